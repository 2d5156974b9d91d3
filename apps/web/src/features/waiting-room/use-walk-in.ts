import { type AppointmentRequest, bookAppointment } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { placeCard, refreshDays } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { useSubmissionKey } from '../../lib/submission-key';
import { useServerDraft } from '../../lib/use-server-draft';
import { useTellVisitAct } from '../../lib/visit-change';
import { useRoom } from './room-context';
import { columnsFor, nextPlace, offeredIn, type WalkInChoice, walkInChoice, withColumn, withPatient } from './walk-in';

type Override = AppointmentRequest['override'];
type Place = Pick<FreeSlotView, 'day' | 'startMin'> & { readonly override?: Override };

/** The form of somebody without an appointment: what is chosen, and the booking at the next line of the grid. */
export function useWalkIn(onBooked: (appointmentId: string) => void) {
  const { t } = useTranslation('waiting-room');
  const { practiceId, setup, zone } = useRoom();
  const client = useQueryClient();
  const formats = useFormats();
  const tell = useTellVisitAct(practiceId);
  const submission = useSubmissionKey();
  const columns = columnsFor(setup);
  const [choice, setChoice] = useState<WalkInChoice>(() =>
    withColumn(setup, { patient: null, resourceId: '', motifId: '', urgent: false }, columns[0]?.id ?? ''),
  );
  const motif = offeredIn(setup, choice.resourceId).find(({ id }) => id === choice.motifId);

  const booking = useMutation({
    mutationFn: ({ day, startMin, override = null }: Place) =>
      callApi(bookAppointment, {
        params: { practiceId },
        idempotencyKey: submission.current(),
        body: {
          resourceId: choice.resourceId,
          motifId: choice.motifId,
          patientId: choice.patient?.id ?? '',
          day,
          startMin,
          durationMin: motif ? minutesIn(motif, choice.resourceId) : 0,
          urgent: choice.urgent,
          walkIn: true,
          source: 'desk',
          override,
        },
      }),
    onSuccess: ({ appointment, act }) => {
      submission.renew();
      kept.done();
      placeCard(client, practiceId, appointment);
      const who = formats.nameFull(appointment.patient);
      tell(act, { name: t('walkIn.name', { who }), sentence: t('walkIn.told', { who }) });
      onBooked(appointment.id);
    },
    onError: () => refreshDays(client, practiceId),
  });

  const change = (next: WalkInChoice) => {
    submission.renew();
    booking.reset();
    setChoice(next);
  };
  const kept = useServerDraft({
    ...{ form: 'walk_in', subject: 'new', shape: walkInChoice, body: choice },
    isDirty: choice.patient !== null || choice.urgent,
    onRestore: change,
    onClear: () => change({ ...choice, patient: null, urgent: false }),
  });
  return {
    choice,
    kept,
    columns,
    motif,
    booking,
    pick: (patient: Parameters<typeof withPatient>[2]) => change(withPatient(setup, choice, patient)),
    forget: () => change({ ...choice, patient: null }),
    setColumn: (resourceId: string) => change(withColumn(setup, choice, resourceId)),
    setMotif: (motifId: string) => change({ ...choice, motifId }),
    setUrgent: (urgent: boolean) => change({ ...choice, urgent }),
    /** Where it was refused, all the same. */
    passOver: (codes: readonly string[], reason: string) => {
      if (!booking.variables || booking.isPending) return;
      submission.renew();
      booking.mutate({ ...booking.variables, override: { codes: [...codes], reason } });
    },
    /** At a place the refusal offered, else now. */
    book: (place?: Place) => {
      if (!choice.patient || !motif || booking.isPending) return;
      if (place) submission.renew();
      const { day, minutes } = nextPlace(serverNow(), zone);
      booking.mutate(place ?? { day, startMin: minutes });
    },
  };
}

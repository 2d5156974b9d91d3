import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { bookAppointment } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { placeCard } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { practiceKey } from '../../lib/query-client';
import { useSubmissionKey } from '../../lib/submission-key';
import { showToast } from '../../lib/toast';
import type { HoldInHand } from '../../lib/use-held-place';
import { useTellVisitAct } from '../../lib/visit-change';

export interface Booking {
  hit: PatientHit;
  slot: FreeSlotView;
  motifId: string;
  urgent: boolean;
  column: string;
  hold: HoldInHand;
}

/** Books one place: told with its way back; a refusal stays in the palette and the places are read again. */
export function useBooking(practiceId: string, onBooked: () => void) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const tell = useTellVisitAct(practiceId);
  const sent = useRef('');
  const readAgain = () => client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning') });

  return useMutation({
    mutationFn: async ({ hit, slot, motifId, urgent, hold }: Booking) => {
      // The same place sent again after a silence is one booking; another place is another.
      const about = JSON.stringify([hit.id, slot, motifId, urgent]);
      if (sent.current !== about) key.renew();
      sent.current = about;
      // A hold still on its way would find the place taken, by this very booking.
      await hold.settled();
      return callApi(bookAppointment, {
        params: { practiceId },
        body: {
          resourceId: slot.resourceId,
          motifId,
          patientId: hit.id,
          day: slot.day,
          startMin: slot.startMin,
          durationMin: slot.endMin - slot.startMin,
          urgent,
          holdId: hold.holdId,
        },
        idempotencyKey: key.current(),
      });
    },
    onSuccess: ({ act, appointment }, { hit, slot, column }) => {
      const name = formats.nameFull(hit);
      const [day, time] = [formats.dateMedium(slot.day), formats.timeOfMinutes(slot.startMin)];
      const sentence = t('booked.sentence', { name, day, time, column });
      placeCard(client, practiceId, appointment);
      if (act) tell(act, { sentence, name: t('booked.name', { name }) });
      else showToast({ text: sentence });
      key.renew();
      onBooked();
    },
    onSettled: () => void readAgain(),
  });
}

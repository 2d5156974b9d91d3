import { type AppointmentRequest, bookAppointment } from '@pupitre/shared/planning/appointment.contract';
import { findUrgentPlaces, type UrgentPlaceView } from '@pupitre/shared/planning/urgent.contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { offeredMotifs } from '../../lib/offered-motifs';
import { useProblemSentence } from '../../lib/problem-sentence';
import { practiceKey } from '../../lib/query-client';
import { useSubmissionKey } from '../../lib/submission-key';
import { useDayScreen } from './day-screen-context';
import type { PatientInHand } from './patient-in-hand';
import { leaveUrgent } from './urgent-draft';

/** Stale with every change of the agenda, and soon by itself: what was to come a minute ago is past. */
const urgentPlacesQuery = (practiceId: string, body: { motifId: string; patientId: string | null }) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'urgent-places', body),
    queryFn: ({ signal }) => callApi(findUrgentPlaces, { params: { practiceId }, body }, signal),
    refetchInterval: 60_000,
  });

/** The three best places of today for somebody who cannot wait, and the booking of one of them. */
export function useUrgentPlaces(patient: PatientInHand | null) {
  const { practiceId, setup, acts, go, focusGrid } = useDayScreen();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const sent = useRef('');
  const say = useProblemSentence();
  const motifs = offeredMotifs(setup, null).filter(({ place }) => place !== 'home');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const named = (id: string | null | undefined) => motifs.find((motif) => motif.id === id);
  const motif = named(chosenId) ?? named(patient?.usualMotifId) ?? motifs[0];
  const asked = { motifId: motif?.id ?? '', patientId: patient?.id ?? null };
  const places = useQuery({
    ...urgentPlacesQuery(practiceId, asked),
    enabled: motif !== undefined && patient !== null,
  });

  const booking = useMutation({
    mutationFn: ({ place, override }: { place: UrgentPlaceView; override: AppointmentRequest['override'] }) => {
      const { resourceId, day, startMin, endMin } = place;
      const body = { resourceId, motifId: asked.motifId, patientId: asked.patientId ?? '', day, startMin, override };
      const request = { ...body, durationMin: endMin - startMin, urgent: true };
      // The same place sent again after a silence is one booking; another place or reason is another.
      const content = JSON.stringify(request);
      if (sent.current !== content) key.renew();
      sent.current = content;
      return callApi(bookAppointment, { params: { practiceId }, body: request, idempotencyKey: key.current() });
    },
    onSuccess: (changed) => {
      key.renew();
      acts.tell(changed);
      leaveUrgent();
      go({ date: undefined, rdv: changed.appointment.id }, true);
      focusGrid(changed.appointment.id);
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem && error.isPassing)) key.renew();
      announce(say(error).sentence, true);
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning') });
    },
  });
  return {
    motifs,
    motif,
    setMotif: setChosenId,
    places,
    error: booking.error,
    isBusy: booking.isPending,
    book: (place: UrgentPlaceView, reason: string) => {
      if (booking.isPending || patient === null) return;
      booking.mutate({ place, override: place.codes.length > 0 ? { codes: place.codes, reason } : null });
    },
  };
}

import { type AppointmentRequest, bookAppointment } from '@pupitre/shared/planning/appointment.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { toldRefusals } from '@pupitre/shared/planning/refused-place.contract';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { holdsQuery } from '../../lib/holds.queries';
import { useProblemSentence } from '../../lib/problem-sentence';
import { refusedPlaceOf } from '../../lib/refused-place';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { useHeldPlace } from '../../lib/use-held-place';
import { changeDraft, clearDraft, motifOf, placeKey, type SlotPlace, useBookingDraft } from './booking-draft';
import { useDayScreen } from './day-screen-context';
import { placeRefusals, rajoutAt } from './place-check';
import { dayQuery, freeSlotsQuery } from './planning.queries';
import { showSaving } from './saving';
import type { SlotRowHandle } from './slot-row';

const OFFERED = 3;
const SHORTEST_MIN = 5;
const LONGEST_MIN = 720;

export type Booking = ReturnType<typeof useBooking>;

/** The draft turned into a request: places offered, reasons not to book told before the click, the submission itself. */
export function useBooking(slots: RefObject<SlotRowHandle | null>, onBooked: () => void) {
  const { practiceId, setup, clock, now, go, acts, focusGrid } = useDayScreen();
  const draft = useBookingDraft(practiceId);
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const client = useQueryClient();
  const say = useProblemSentence();
  const key = useSubmissionKey();
  const sent = useRef('');
  const [isBusy, setBusy] = useState(false);
  const { permissions } = useMembership();
  const reasons = useRef<HTMLButtonElement>(null);
  const [failure, setFailure] = useState<{ error: unknown; place: SlotPlace } | null>(null);

  const motif = motifOf(setup, draft);
  const usual = motif && minutesIn(motif, draft.place?.resourceId ?? draft.agendaId ?? '');
  const wanted = draft.durationMin ?? usual ?? 0;
  const askable = Math.max(SHORTEST_MIN, Math.min(LONGEST_MIN, wanted));
  const { data } = useQuery({
    ...freeSlotsQuery(practiceId, {
      ...{ durationMin: askable, motifId: motif?.id ?? null, resourceIds: draft.agendaId ? [draft.agendaId] : [] },
      ...{ fromDay: draft.fromDay ?? clock.today, fromMin: 0, toDay: draft.toDay, partOfDay: draft.partOfDay },
      ...{ limit: OFFERED, skip: draft.page * OFFERED, patientId: draft.patient?.id ?? null },
    }),
    enabled: motif !== undefined,
  });
  const { place, patient, note, urgent, walkIn } = draft;
  const source = walkIn || draft.atDesk ? 'desk' : 'phone';
  const dayOfPlace = useQuery({ ...dayQuery(practiceId, place?.day ?? clock.today), enabled: place !== null });

  const heldOfDay = useQuery({ ...holdsQuery(practiceId, place?.day ?? clock.today), enabled: place !== null });
  const isShown = draft.isOpen && place !== null && motif !== undefined;
  const hold = useHeldPlace(practiceId, isShown ? { ...place, motifId: motif.id, durationMin: askable } : null, isBusy);

  const requestFor = ({ resourceId, day, startMin }: SlotPlace) =>
    motif && { resourceId, day, startMin, motifId: motif.id, durationMin: wanted };
  const check = {
    ...{ setup, now, walkIn, urgent, channel: source, patientId: patient?.id },
    ...{ appointments: dayOfPlace.data?.appointments, holds: heldOfDay.data },
  };
  const asked = place && requestFor(place);
  const refusals = asked ? placeRefusals(asked, check) : [];

  // What was refused is told as long as that place stands; another one is another question.
  const problem = failure && failure.place === place ? failure.error : null;
  /** Offered in place of the one somebody took: the main button's now. */
  const refused = refusedPlaceOf(problem);
  const alternative = isTaken(problem) ? (refused?.alternatives[0] ?? null) : null;
  /** All of them: the server's, which knows more, once it answered. */
  const told = refused?.refusals ?? toldRefusals(refusals, permissions);
  const canPassOver = told.length > 0 && told.every(({ mayOverride }) => mayOverride);
  const isBeside = told.some(({ code }) => code === 'appointment.slot_taken');
  const reason = place && draft.override?.at === placeKey(place) ? draft.override.reason : '';

  const book = async (chosen: SlotPlace, override: AppointmentRequest['override'] = null) => {
    const request = requestFor(chosen);
    if (isBusy || !request) return;
    if (!patient) {
      changeDraft(practiceId, { place: chosen, entry: 'patient' });
      return;
    }
    const body: AppointmentRequest = {
      ...{ ...request, note: note.trim(), urgent, walkIn, source, patientId: patient.id },
      ...{ holdId: hold.holdId, override },
    };
    // One key a submission: sent again after a silence it books once, changed it is another submission.
    const content = JSON.stringify(body);
    if (content !== sent.current) key.renew();
    sent.current = content;
    setBusy(true);
    setFailure(null);
    showSaving(body);
    try {
      // A hold still on its way would find the place taken, by this very booking.
      await hold.settled();
      const changed = await callApi(bookAppointment, { params: { practiceId }, body, idempotencyKey: key.current() });
      acts.tell(changed);
      onBooked();
      clearDraft(practiceId);
      go({ rdv: changed.appointment.id }, true);
      focusGrid(changed.appointment.id);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isPassing)) key.renew();
      setFailure({ error, place: chosen });
      changeDraft(practiceId, { place: chosen });
      announce(say(error).sentence, true);
      requestAnimationFrame(() => reasons.current?.focus());
      void client.invalidateQueries(dayQuery(practiceId, chosen.day));
      setBusy(false);
    } finally {
      showSaving(null);
    }
  };

  const passOver = () => {
    if (!place || !canPassOver) return;
    if (reason.trim() === '') reasons.current?.focus();
    else void book(place, { codes: [...new Set(told.map(({ code }) => code))], reason: reason.trim() });
  };
  const column = draft.agendaId ? columnName(setup, draft.agendaId) : '';
  const minutes = formats.minutesSpan(wanted);
  const headingOf = (name: string) =>
    column ? t('booking.slotsIn', { motif: name, minutes, column }) : t('booking.slots', { motif: name, minutes });
  return {
    ...{ motif, wanted, problem, refused, told, alternative, isBusy, book },
    ...{ canPassOver, reason, passOver, reasons },
    setReason: (text: string) => place && changeDraft(practiceId, { override: { at: placeKey(place), reason: text } }),
    /** Where it would stand among the rajouts of its half-day; null when it stands alone. */
    rajout: canPassOver && isBeside && asked ? rajoutAt(asked, check) : null,
    heading: motif ? headingOf(motif.name) : '',
    offers: data?.slots,
    isReady: patient !== null && (alternative !== null || (place !== null && (told.length === 0 || canPassOver))),
    choose: (slot: FreeSlotView) => {
      setFailure(null);
      const { resourceId, day, startMin } = slot;
      changeDraft(practiceId, { place: { resourceId, day, startMin } });
    },
    /** ↵ on a slot: books, or asks for the patient first. */
    take: (slot: FreeSlotView) => void book(slot),
    submit: () => {
      if (alternative) void book(alternative);
      else if (place && told.length === 0) void book(place);
      else if (canPassOver) passOver();
      else if (!place) slots.current?.focusEntry();
    },
    seeOthers: () => {
      setFailure(null);
      changeDraft(practiceId, { place: null, page: 0, fromDay: place?.day ?? draft.fromDay });
      slots.current?.focusEntry();
    },
  };
}

/** A place somebody else has just taken is not asked for twice; any other failure may pass. */
export const isTaken = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && problem.code === 'appointment.slot_taken';

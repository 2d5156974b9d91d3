import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { useEffect, useState } from 'react';
import { columnName } from '../../lib/column-name';
import type { HeldPlace } from '../../lib/held-place';
import { refusedPlaceOf } from '../../lib/refused-place';
import { useHeldPlace } from '../../lib/use-held-place';
import { saysMore } from './booking-criteria';
import type { PaletteDesk } from './palette-desk';
import { type PaletteRow, patientRow } from './palette-rows';
import { saidWish, slotWish } from './plan-wish';
import { type Moves, useMoves } from './use-active-row';
import { useBooking } from './use-booking';
import { type PaletteRows, usePaletteRows } from './use-palette-rows';
import { type Reading, useReading } from './use-reading';
import { type Slots, useSlots } from './use-slots';
import { useWordChoices } from './use-word-choices';

/** A name is asked from this length on. */
const ASKED_FROM = 2;

export interface PaletteState extends PaletteRows {
  reading: Reading;
  slots: Slots;
  /** The patient the places and acts are for. */
  patientRowId: string | undefined;
  /** The search has been asked and has not answered this text yet. */
  isAnswerDue: boolean;
  isBooking: boolean;
  bookingError: Error | null;
  /** Takes a place that was refused to the panel, which tells every reason and who may pass over it. */
  openRefused: (() => void) | undefined;
  moveTo: Moves['moveTo'];
  /** Runs a row; without one, the active row, or the likeliest as soon as the search has answered. */
  choose: (row?: PaletteRow) => void;
  createPatient: () => void;
}

/** All the palette knows: what is typed, what it finds, where one stands, what Enter does. */
export function usePalette(
  desk: PaletteDesk,
  { text, onType }: { text: string; onType: (text: string) => void },
  onDone: () => void,
): PaletteState {
  const reading = useReading(text);
  const { words, search, mayBook, practiceId, setup } = reading;
  const moves = useMoves(text);
  const hit = search.hits.find(({ id }) => id === moves.patientId) ?? search.hits[0];
  const slots = useSlots({ ...reading, hit: mayBook && desk.onPlan ? hit : undefined });
  const booking = useBooking(practiceId, onDone);
  const book = (slot: FreeSlotView) => {
    if (!hit || !slots.criteria || booking.isPending) return;
    const column = setup ? columnName(setup, slot.resourceId) : '';
    const { motif, urgent } = slots.criteria;
    booking.mutate({ hit, slot, motifId: slot.motifId ?? motif.id, urgent, column, hold });
  };
  const refused = desk.onPlan && refusedPlaceOf(booking.error) ? booking.variables : undefined;
  const choices = useWordChoices(text, reading);
  const found = usePaletteRows({ desk, text, reading, slots, choices, moves, hit, onBook: book });

  const hold = useHeldPlace(practiceId, slotStoodOn(found.active, moves, slots), booking.isPending);

  /** `isSeen`: the person had the row under her eyes when she chose it; else nothing is booked. */
  const run = (row: PaletteRow, isSeen: boolean) => {
    if (row.kind === 'slot' && found.isComplete && isSeen) return book(row.slot);
    if (row.kind === 'act' && row.found.act.id === 'book') return row.found.act.run({});
    if (row.kind === 'choice') return onType(row.choice.sentence);
    // In a sentence Enter says who; the next one, where.
    const hasPlaces = slots.criteria !== null && !(slots.isReady && slots.list.length === 0);
    if (row.kind === 'patient' && saysMore(words) && hasPlaces) return moves.moveToPlacesOf(row.hit.id);
    onDone();
    if (row.kind === 'act') row.found.act.run({ month: row.found.month });
    else if (row.kind === 'slot' && hit) desk.onPlan?.(hit, slotWish(row.slot, slots.criteria));
    else if (row.kind === 'patient' && desk.onPlan) desk.onPlan(row.hit, saidWish(words));
    else if (row.kind === 'patient') desk.onOpenFile?.(row.hit.id);
  };
  const isAsked = reading.mayFind && words.patientText.length >= ASKED_FROM;
  const isAnswerDue = isAsked && !search.isSettled && search.error === null;
  const queueEnter = useQueuedEnter(text, isAnswerDue, () => found.likeliest && run(found.likeliest, false));
  return {
    ...found,
    reading,
    slots,
    patientRowId: hit && patientRow(hit).id,
    isAnswerDue,
    isBooking: booking.isPending,
    bookingError: booking.error,
    openRefused:
      refused &&
      (() => {
        onDone();
        desk.onPlan?.(refused.hit, slotWish(refused.slot, slots.criteria));
      }),
    moveTo: moves.moveTo,
    choose: (row = found.active) => {
      if (row === found.active && isAnswerDue && moves.rowId === undefined && row?.kind !== 'choice') queueEnter();
      else if (row) run(row, true);
    },
    createPatient: () => {
      if (!desk.onNewPatient) return;
      onDone();
      desk.onNewPatient(words.patientText);
    },
  };
}

/** The place gone to by an arrow; one the cursor was put on by itself is nobody's wish yet. */
function slotStoodOn(active: PaletteRow | undefined, { rowId }: Moves, { criteria }: Slots): HeldPlace | null {
  if (active?.kind !== 'slot' || active.id !== rowId || !criteria) return null;
  const { resourceId, day, startMin, endMin, motifId } = active.slot;
  return { resourceId, day, startMin, durationMin: endMin - startMin, motifId: motifId ?? criteria.motif.id };
}

/** Enter struck before the search has answered waits for the answer: a fast hand must not act on the former rows. */
function useQueuedEnter(text: string, isDue: boolean, run: () => void): () => void {
  const [queuedFor, setQueuedFor] = useState<string | null>(null);
  useEffect(() => {
    if (queuedFor === null || isDue) return;
    setQueuedFor(null);
    if (queuedFor === text) run();
  });
  return () => setQueuedFor(text);
}

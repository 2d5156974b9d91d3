import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { isNearMiss } from '../../lib/patient-match';
import { saysMore } from './booking-criteria';
import type { PaletteDesk } from './palette-desk';
import { actRow, choiceRow, type PaletteRow, patientRow, slotRow } from './palette-rows';
import { type Moves, usePrompt } from './use-active-row';
import { NEW_PATIENT, usePaletteActs } from './use-palette-acts';
import type { Reading } from './use-reading';
import type { Slots } from './use-slots';
import type { WordChoice } from './word-choices';

export interface RowsAsked {
  desk: PaletteDesk;
  text: string;
  reading: Reading;
  slots: Slots;
  /** What the doubtful words of the sentence may mean. */
  choices: readonly WordChoice[];
  moves: Moves;
  hit: PatientHit | undefined;
  onBook: (slot: FreeSlotView) => void;
}

export interface PaletteRows {
  rows: readonly PaletteRow[];
  /** Where one stands: the row moved to, else the likeliest. */
  active: PaletteRow | undefined;
  likeliest: PaletteRow | undefined;
  /** Enter on a place books it: the sentence is understood, and the patient is of the server's answer. */
  isComplete: boolean;
  /** The search answered and knows nobody. */
  isNobody: boolean;
}

/** The lines of the palette in their order, and the one that Enter means. */
export function usePaletteRows({ desk, text, reading, slots, choices, moves, hit, onBook }: RowsAsked): PaletteRows {
  const { search, words, today } = reading;
  const isComplete = slots.criteria?.isComplete === true && search.isSettled;
  // With several patients, Enter must not book for the first of the list: one says which, then where.
  const isPlain = isComplete && saysMore(words) && search.hits.length === 1;
  const isArmed = usePrompt(text, isPlain && slots.isReady && slots.list.length > 0);
  const slotRows = slots.list.map(slotRow);
  const movedTo = slotRows.findIndex(({ id }) => id === moves.rowId);
  const standsOn = movedTo >= 0 ? movedTo : isArmed && moves.rowId === undefined ? 0 : -1;
  const slot = isComplete ? slots.list[standsOn] : undefined;
  const acts = usePaletteActs({ desk, text, words, today, hit, slot, onBook });

  const patientRows = search.hits.map(patientRow);
  const choiceRows = choices.map(choiceRow);
  const rows = [...choiceRows, ...patientRows, ...slotRows, ...acts.map(actRow)];
  const isNobody = search.isSettled && search.hits.length === 0;
  const [best] = search.hits;
  const act = text.trim() ? acts.find(({ act: { id } }) => id !== NEW_PATIENT || isNobody) : undefined;
  // « caisse » is the till, although somebody is called CAISNE.
  const named =
    best && isNearMiss(words.patientText, best) ? acts.find((found) => desk.acts.includes(found.act)) : undefined;
  const patientOrAct = named ? actRow(named) : (patientRows[0] ?? (act && actRow(act)));
  // A doubtful word comes first: nothing is booked before it is settled.
  const likeliest = choiceRows[0] ?? (isArmed ? slotRows[0] : patientOrAct);
  // Who was chosen stays in hand while her places are read.
  const chosen = hit && hit.id === moves.patientId ? patientRow(hit) : undefined;
  const active = rows.find(({ id }) => id === moves.rowId) ?? chosen ?? likeliest;
  return { rows, likeliest, active, isComplete, isNobody };
}

import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { FoundAct } from './palette-acts';
import type { WordChoice } from './word-choices';

/** A line one can stand on; ids are those of the elements. Places stand side by side and count as one line. */
export type PaletteRow =
  | { readonly kind: 'choice'; readonly id: string; readonly choice: WordChoice }
  | { readonly kind: 'patient'; readonly id: string; readonly hit: PatientHit }
  | { readonly kind: 'slot'; readonly id: string; readonly slot: FreeSlotView }
  | { readonly kind: 'act'; readonly id: string; readonly found: FoundAct };

export const choiceRow = (choice: WordChoice, index: number): PaletteRow => ({
  kind: 'choice',
  id: `pal-choice-${index}`,
  choice,
});
export const patientRow = (hit: PatientHit): PaletteRow => ({ kind: 'patient', id: `pal-patient-${hit.id}`, hit });
export const slotId = (index: number): string => `pal-slot-${index}`;
export const slotRow = (slot: FreeSlotView, index: number): PaletteRow => ({
  kind: 'slot',
  id: slotId(index),
  slot,
});
export const actRow = (found: FoundAct): PaletteRow => ({
  kind: 'act',
  id: `pal-act-${found.act.id}`,
  found,
});

/** The row one line below (1) or above (-1); the ends hold. From nowhere, the first line or the last. */
export function rowAway(
  rows: readonly PaletteRow[],
  activeId: string | undefined,
  step: 1 | -1,
): PaletteRow | undefined {
  const at = rows.findIndex(({ id }) => id === activeId);
  if (at < 0) return step === 1 ? rows[0] : rows.at(-1);
  const isSlot = rows[at]?.kind === 'slot';
  const beyond = step === 1 ? rows.slice(at + 1) : rows.slice(0, at).toReversed();
  const next = beyond.find(({ kind }) => !(isSlot && kind === 'slot'));
  // Coming from below, one enters the row of places by its first.
  return next?.kind === 'slot' ? rows.find(({ kind }) => kind === 'slot') : (next ?? rows[at]);
}

/** The place beside the active one; undefined past either end. */
export function slotBeside(rows: readonly PaletteRow[], activeId: string, step: 1 | -1): PaletteRow | undefined {
  const slots = rows.filter(({ kind }) => kind === 'slot');
  return slots[slots.findIndex(({ id }) => id === activeId) + step];
}

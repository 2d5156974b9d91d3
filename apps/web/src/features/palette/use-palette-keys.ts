import type { KeyboardEvent, RefObject } from 'react';
import { matches } from '../../keyboard/key-spec';
import { useShortcut } from '../../keyboard/use-shortcut';
import type { PaletteAct } from './palette-acts';
import { type PaletteRow, rowAway, slotBeside } from './palette-rows';
import type { PaletteState } from './use-palette';

const DIGIT = /^(?:Digit|Numpad)([1-3])$/;

/** Keys of the field. Left, right and 1 2 3 belong to the text until one stands on a place. */
export function usePaletteKeys(
  state: PaletteState,
  acts: readonly PaletteAct[],
  box: RefObject<HTMLDialogElement | null>,
) {
  const { rows, active, slots, moveTo, choose, createPatient, patientRowId } = state;
  const shared = { scope: 'focus', within: box, groupKey: 'palette:title' } as const;
  useShortcut({ ...shared, id: 'palette.more', keys: 'F8', labelKey: 'palette:slots.more', run: slots.more });
  useShortcut({
    ...shared,
    id: 'palette.new',
    keys: 'Ctrl+Enter',
    labelKey: 'palette:act.newPatient',
    run: createPatient,
  });

  const showOther = () => {
    slots.showOther();
    moveTo(rows.find(({ kind }) => kind === 'slot'));
  };

  /** True when the key meant something among the places. */
  const moveAmongSlots = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const firstSlot = rows.find(({ kind }) => kind === 'slot');
    if (active?.kind !== 'slot') {
      const { selectionStart, selectionEnd, value } = event.currentTarget;
      const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
      if (event.key !== 'ArrowRight' || !isAtEnd || active?.kind !== 'patient' || !firstSlot) return false;
      moveTo(firstSlot);
      return true;
    }
    const digit = event.ctrlKey || event.altKey ? undefined : DIGIT.exec(event.code)?.[1];
    if (digit) {
      choose(rows.filter(({ kind }) => kind === 'slot')[Number(digit) - 1] ?? active);
      return true;
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
    const beside = slotBeside(rows, active.id, event.key === 'ArrowRight' ? 1 : -1);
    if (beside) moveTo(beside);
    else if (event.key === 'ArrowRight') showOther();
    else moveTo(rows.find(({ id }) => id === patientRowId));
    return true;
  };

  return (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    // A modal dialog keeps the screen's keys away: those of its own acts (the lock above all) still work.
    const keyed = acts.find(({ keys }) => keys !== undefined && matches(keys, event));
    if (keyed) keyed.run({});
    else if (matches('F2', event) || matches('Ctrl+K', event)) event.currentTarget.select();
    else if (event.key === 'ArrowDown') moveTo(awayFrom(rows, active, 1, patientRowId));
    else if (event.key === 'ArrowUp') moveTo(awayFrom(rows, active, -1, patientRowId));
    else if (matches('Enter', event)) choose();
    else if (!moveAmongSlots(event)) return;
    event.preventDefault();
  };
}

/** Up from the places leads back to the patient they are for, not to the last of the list. */
function awayFrom(rows: readonly PaletteRow[], active: PaletteRow | undefined, step: 1 | -1, patientRowId?: string) {
  if (active?.kind === 'slot' && step === -1) return rows.find(({ id }) => id === patientRowId);
  return rowAway(rows, active?.id, step);
}

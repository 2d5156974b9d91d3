import { describe, expect, test } from '@jest/globals';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { PaletteAct } from './palette-acts';
import { actRow, patientRow, rowAway, slotBeside, slotRow } from './palette-rows';

const patients = ['a', 'b'].map((id) => patientRow({ id } as PatientHit));
const slots = [0, 1, 2].map((index) => slotRow({} as FreeSlotView, index));
const acts = ['file', 'new'].map((id) => actRow({ act: { id } as PaletteAct, month: undefined }));
const rows = [...patients, ...slots, ...acts];

describe('up and down pass over the places as one line', () => {
  test.each([
    [undefined, 1, 'pal-patient-a'],
    [undefined, -1, 'pal-act-new'],
    ['pal-patient-a', 1, 'pal-patient-b'],
    ['pal-patient-a', -1, 'pal-patient-a'],
    ['pal-patient-b', 1, 'pal-slot-0'],
    ['pal-slot-1', 1, 'pal-act-file'],
    ['pal-slot-2', -1, 'pal-patient-b'],
    ['pal-act-file', -1, 'pal-slot-0'],
    ['pal-act-new', 1, 'pal-act-new'],
  ] as const)('from %s by %d: %s', (from, step, expected) => {
    expect(rowAway(rows, from, step)?.id).toBe(expected);
  });

  test('without places they are not there', () => {
    expect(rowAway([...patients, ...acts], 'pal-patient-b', 1)?.id).toBe('pal-act-file');
  });
});

test('left and right stay among the places', () => {
  expect(slotBeside(rows, 'pal-slot-0', 1)?.id).toBe('pal-slot-1');
  expect(slotBeside(rows, 'pal-slot-2', 1)).toBeUndefined();
  expect(slotBeside(rows, 'pal-slot-0', -1)).toBeUndefined();
});

import { expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { answersName, columnsShown } from './room-filter';

const named = (usedName: string, firstName: string, birthName = usedName) =>
  ({ patient: { usedName, firstName, birthName } }) as AppointmentCard;

test.each([
  ['sim', named('SIMON', 'Patrick'), true],
  ['pat sim', named('SIMON', 'Patrick'), true],
  ['imo', named('SIMON', 'Patrick'), false],
  ['clem', named('CLÉMENT', 'Rose'), true],
  ['dasil', named('DA SILVA', 'Teresa'), true],
  ['sil', named('DA SILVA', 'Teresa'), true],
  ['ngu', named('N’GUYEN', 'Linh'), true],
  ['petit', named('DURAND', 'Anne', 'PETIT'), true],
  ['', named('SIMON', 'Patrick'), true],
])('%j on %o: %j', (text, visit, expected) => {
  expect(answersName(text, visit)).toBe(expected);
});

test('a family or one column narrows the board; closed columns are out', () => {
  const resource = (id: string, position: number, kind = 'practitioner', active = true) => ({
    id,
    position,
    kind,
    active,
    practitionerId: `of-${id}`,
  });
  const setup = {
    resources: [
      resource('echo', 3, 'room'),
      resource('nadir', 2),
      resource('martin', 1),
      resource('old', 0, 'room', false),
    ],
    practitioners: [
      { id: 'of-martin', title: 'dr' },
      { id: 'of-nadir', title: 'none' },
      { id: 'of-echo', title: 'dr' },
    ],
  } as unknown as PracticeSetup;
  const shown = (view?: string) => columnsShown(setup, view).map(({ id }) => id);
  expect(shown()).toEqual(['martin', 'nadir', 'echo']);
  expect(shown('medecins')).toEqual(['martin']);
  expect(shown('soignants')).toEqual(['nadir']);
  expect(shown('salles')).toEqual(['echo']);
  expect(shown('nadir')).toEqual(['nadir']);
});

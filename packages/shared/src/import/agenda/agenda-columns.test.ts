import { expect, test } from '@jest/globals';
import { type ColumnChoice, choiceKey, columnOf, proposeColumn } from './agenda-columns.js';

const columns = [
  { id: 'martin', name: 'Dr MARTIN' },
  { id: 'leroy', name: 'Dr LEROY' },
  { id: 'echo', name: 'Salle Écho' },
];

test.each([
  ['Agenda Dr Hélène Martin', 'martin'],
  ['dr-leroy', 'leroy'],
  ['ECHO', 'echo'],
  ['Martin et Leroy', null],
  ['Martinez', null],
  ['Cabinet', null],
])('« %s » proposes', (value, id) => {
  expect(proposeColumn(value, columns)).toBe(id);
});

const event = { calendar: 'Cabinet', organizer: '', location: 'Salle 2', categories: ['Dr Leroy', 'Important'] };
const choice = (by: ColumnChoice['by'], value: string, resourceId: string | null, leftOut = false) =>
  [choiceKey({ by, value }), { by, value, resourceId, leftOut }] as const;

test.each([
  ['nothing was said', [], 'default'],
  ['its category was', [choice('category', 'dr leroy', 'leroy')], 'leroy'],
  [
    'its calendar comes before its category',
    [choice('category', 'Dr Leroy', 'leroy'), choice('calendar', 'Cabinet', 'martin')],
    'martin',
  ],
  [
    'one of its values is left out',
    [choice('calendar', 'Cabinet', 'martin'), choice('category', 'Important', null, true)],
    'left_out',
  ],
  ['a value goes to the default column', [choice('calendar', 'Cabinet', null)], 'default'],
])('the column of an event where %s', (_, choices, expected) => {
  expect(columnOf(event, new Map(choices), 'default')).toBe(expected);
});

test('without a default column nothing is guessed', () => {
  expect(columnOf(event, new Map(), null)).toBeNull();
});

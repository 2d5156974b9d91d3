import { expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { columnStates, columnsAtWork } from './column-state';

const martin = { id: 'martin' } as ResourceView;
const echo = { id: 'echo' } as ResourceView;
const visit = (id: string, fields: Partial<AppointmentCard>) =>
  ({ id, resourceId: 'martin', status: 'booked', startMin: 600, ...fields }) as AppointmentCard;

test('next is who waits, by the hour given: an urgent visit placed later does not jump the strip', () => {
  const [state] = columnStates(
    [martin],
    {
      inRoom: [],
      present: [visit('amar', { startMin: 660, urgent: true }), visit('kaya', { startMin: 640 })],
      expected: [visit('roussel', { startMin: 630 })],
    },
    () => 15,
  );
  expect(state).toMatchObject({ next: { id: 'kaya' }, latenessMinutes: 15, inRoom: undefined });
});

test('nobody waits: the next expected; two with the practitioner: the last called', () => {
  const [state] = columnStates(
    [martin],
    {
      inRoom: [
        visit('first', { calledAt: '2026-03-02T09:40:00Z' }),
        visit('second', { calledAt: '2026-03-02T09:50:00Z' }),
      ],
      present: [visit('simon', { resourceId: 'echo' })],
      expected: [visit('b', { startMin: 700 }), visit('a', { startMin: 690 })],
    },
    () => 0,
  );
  expect(state).toMatchObject({ inRoom: { id: 'second' }, next: { id: 'a' } });
});

test('a column that is closed today is shown only while it holds a visit', () => {
  const setup = {
    practice: { zone: 'Europe/Paris', holidayZone: 'FR' },
    openingRules: [{ resourceId: 'martin', isodow: 1, startMin: 480, endMin: 720, validFrom: null, validTo: null }],
    absences: [],
    ...{ sites: [], resources: [], openingExceptions: [], holidayOverrides: [], locums: [] },
  } as unknown as PracticeSetup;
  const at = (day: string, visits: AppointmentCard[]) =>
    columnsAtWork([martin, echo], setup, day, visits).map(({ id }) => id);
  expect(at('2026-03-02', [])).toEqual(['martin']);
  expect(at('2026-03-02', [visit('simon', { resourceId: 'echo' })])).toEqual(['martin', 'echo']);
  expect(at('2026-03-02', [visit('simon', { resourceId: 'echo', status: 'cancelled' })])).toEqual(['martin']);
  expect(at('2026-03-03', [])).toEqual([]);
});

import { expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { withPending } from './visit-change';

const at = '2026-03-02T10:42:00+01:00';
const visit = (fields: Partial<AppointmentCard> = {}) =>
  ({ id: 'simon', status: 'booked', arrivedAt: null, calledAt: null, seenAt: null, ...fields }) as AppointmentCard;

test('a visit stands where the changes on their way will leave it', () => {
  const seen = visit();
  const shown = withPending(
    [seen, visit({ id: 'kaya' })],
    [
      { visit: seen, to: 'arrived', at },
      { visit: seen, to: 'in_consultation', at },
    ],
  );
  expect(shown).toEqual([visit({ status: 'in_consultation', arrivedAt: at, calledAt: at }), visit({ id: 'kaya' })]);
});

test('somebody who comes back keeps the time she first arrived', () => {
  const seen = visit({ status: 'left', arrivedAt: '2026-03-02T09:00:00+01:00' });
  expect(withPending([seen], [{ visit: seen, to: 'arrived', at }])[0]?.arrivedAt).toBe('2026-03-02T09:00:00+01:00');
});

test('without a change on its way the very list that was read is shown', () => {
  const visits = [visit()];
  expect(withPending(visits, [])).toBe(visits);
});

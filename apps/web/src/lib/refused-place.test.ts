import { expect, test } from '@jest/globals';
import { ApiProblem } from './api-problem';
import { refusedPlaceOf } from './refused-place';

const slot = { resourceId: '0192f0c1-0000-7000-8000-000000000001', day: '2026-03-02', startMin: 690, endMin: 705 };
const taken = {
  code: 'appointment.slot_taken',
  details: { startMin: 690, endMin: 705 },
  overridableWith: 'appointment.overbook',
  mayOverride: true,
} as const;
const problem = (details: Record<string, unknown>) =>
  new ApiProblem({ status: 409, code: 'appointment.slot_taken', details });

test('a refused place gives its reasons, who was quicker and the next places', () => {
  const error = problem({ refusals: [taken], takenBy: 'Léa BERNARD', alternatives: [slot] });
  expect(refusedPlaceOf(error)).toEqual({ refusals: [taken], takenBy: 'Léa BERNARD', alternatives: [slot] });
});

test('a reason this screen does not know is no list to pass over', () => {
  expect(refusedPlaceOf(problem({ refusals: [taken, { ...taken, code: 'appointment.from_the_future' }] }))).toBeNull();
});

test('without reasons, or without an answer, it is another failure', () => {
  expect(refusedPlaceOf(problem({ refusals: [] }))).toBeNull();
  expect(refusedPlaceOf(problem({}))).toBeNull();
  expect(refusedPlaceOf(new ApiProblem({ status: 0, code: 'network.unreachable' }))).toBeNull();
});

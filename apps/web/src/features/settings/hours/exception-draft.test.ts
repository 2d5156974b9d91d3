import { expect, test } from '@jest/globals';
import { emptyException, readException, type TypedException } from './exception-draft';

const read = (typed: Partial<TypedException>) => readException({ ...emptyException, ...typed }, 'martin', '2026-03-02');

test('a day and two hours make an exception; without hours it takes the whole day', () => {
  expect(read({ day: '15/05', from: '14h', to: '18h', reason: ' Pont ' }).form).toEqual({
    ...{ resourceId: 'martin', day: '2026-05-15', startMin: 840, endMin: 1080 },
    ...{ effect: 'closed', reason: 'Pont', siteId: null },
  });
  expect(read({ day: '15/05' }).form).toMatchObject({ startMin: 0, endMin: 1440 });
});

test.each([
  ['no day', { day: '' }, { day: 'day' }],
  ['a day that is over', { day: '01/03/2026' }, { day: 'past' }],
  ['an hour that is none', { day: '15/05', from: '25h' }, { from: 'time' }],
  ['the end before the start', { day: '15/05', from: '14h', to: '12h' }, { to: 'order' }],
])('%s', (_, typed, faults) => {
  expect(read(typed)).toMatchObject({ faults, form: null });
});

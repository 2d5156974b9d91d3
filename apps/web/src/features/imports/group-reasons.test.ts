import { expect, test } from '@jest/globals';
import { groupReasons } from './group-reasons';

test('the fields a line fills are told in one go, what it keeps apart', () => {
  expect(
    groupReasons([
      { code: 'fills_fields', field: 'phone' },
      { code: 'fills_fields', field: 'email' },
      { code: 'keeps_ours', field: 'street' },
    ]),
  ).toEqual([
    { code: 'fills_fields', fields: ['phone', 'email'] },
    { code: 'keeps_ours', fields: ['street'] },
  ]);
});

test('two lines of the file that it contradicts stay two', () => {
  const reasons = groupReasons([
    { code: 'differs_from_line', line: 12, field: 'phone' },
    { code: 'differs_from_line', line: 40, field: 'phone' },
  ]);
  expect(reasons.map(({ line }) => line)).toEqual([12, 40]);
});

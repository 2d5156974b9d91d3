import { expect, test } from '@jest/globals';
import { lineReasons } from './import-codes.js';
import { problemHeads, reasonsInWords } from './reason-words.js';

test('in French, with its spaces', () => {
  expect(
    reasonsInWords([{ code: 'birth_date_not_a_day', value: '31/02/1970' }, { code: 'day_month_swapped' }], 'fr'),
  ).toBe('ce jour n’existe pas\u00A0: «\u00A031/02/1970\u00A0»\u202F; jour et mois inversés\u202F?');
});

test('in English', () => {
  expect(reasonsInWords([{ code: 'near_line', line: 12 }], 'en')).toBe('close to line 12');
});

test('what several fields say alike is said once, what is no problem not at all', () => {
  const differs = { code: 'differs_from_line', line: 4 } as const;
  expect(reasonsInWords([{ ...differs, field: 'email' }, { ...differs, field: 'phone' }, { code: 'new' }], 'en')).toBe(
    'same person as line 4, with other details',
  );
});

test('a value that looks like a place to fill stays itself', () => {
  expect(reasonsInWords([{ code: 'birth_date_unreadable', value: '{line}' }], 'en')).toBe(
    'date cannot be read: “{line}”',
  );
});

test.each(['fr', 'en'] as const)('every reason of refusal has words (%s)', (language) => {
  const silent = lineReasons.filter((code) => !reasonsInWords([{ code, value: 'x', line: 1 }], language));
  expect(silent).toEqual(
    lineReasons.filter((code) =>
      ['new', 'minor', 'already_there', 'fills_fields', 'keeps_ours', 'sex_from_nir'].includes(code),
    ),
  );
  expect(problemHeads(language)).toHaveLength(2);
});

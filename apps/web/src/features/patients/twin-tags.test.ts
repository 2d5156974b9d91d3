import { expect, test } from '@jest/globals';
import { twinReasons } from '@pupitre/shared/patients/twins';
import { twinTags } from './twin-tags';

test('every reason of the rule has a tag', () => {
  expect(twinReasons.filter((reason) => twinTags([reason]).length === 0)).toEqual([]);
});

test('what is the same comes first, each tag once', () => {
  const tags = twinTags([
    'swapped_day_and_month',
    'birth_name_is_used_name',
    'same_name_and_year',
    'from_a_later_version',
  ]);
  expect(tags.map(({ name, isSame }) => `${isSame ? '=' : '≠'} ${name}`)).toEqual([
    '= name',
    '= birthDate',
    '≠ swappedDate',
    '≠ birthNameUsed',
    '≠ otherDay',
  ]);
});

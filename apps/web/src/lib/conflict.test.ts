import { describe, expect, test } from '@jest/globals';
import { clashesOf, mergedOf } from './conflict';

const base = { name: 'Bilan', minutes: 15, acts: ['G'] };

describe('two people change one row', () => {
  test.each([
    ['nothing on either side', base, base, []],
    ['each another field', { ...base, name: 'Suivi' }, { ...base, minutes: 20 }, []],
    ['the same field to the same value', { ...base, minutes: 20 }, { ...base, minutes: 20 }, []],
    ['the same field to two values', { ...base, minutes: 20 }, { ...base, minutes: 30 }, ['minutes']],
    ['a list, each its own way', { ...base, acts: [] }, { ...base, acts: ['G', 'MEG'] }, ['acts']],
    ['ours alone', base, { ...base, minutes: 30 }, []],
  ])('%s', (_, theirs, mine, clashes) => {
    expect(clashesOf(base, theirs, mine)).toEqual(clashes);
  });

  test('what each changed alone is kept from both', () => {
    expect(mergedOf(base, { ...base, name: 'Suivi' }, { ...base, minutes: 20 })).toEqual({
      ...base,
      name: 'Suivi',
      minutes: 20,
    });
  });

  test('in a clash ours stands until theirs is chosen, field by field', () => {
    const theirs = { name: 'Suivi', minutes: 20, acts: ['G'] };
    const mine = { name: 'Contrôle', minutes: 30, acts: ['G'] };
    expect(mergedOf(base, theirs, mine)).toEqual(mine);
    expect(mergedOf(base, theirs, mine, { name: 'theirs' })).toEqual({ ...mine, name: 'Suivi' });
    expect(mergedOf(base, theirs, mine, { name: 'theirs', minutes: 'theirs' })).toEqual(theirs);
  });

  test('a choice about what is no clash changes nothing', () => {
    expect(mergedOf(base, base, { ...base, minutes: 30 }, { minutes: 'theirs' })).toEqual({ ...base, minutes: 30 });
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceOf } from './audit-verify.mjs';

const journal = {
  name: 'Maison de santé',
  intact: true,
  sealed: 1204331,
  unsealed: 0,
  brokenAt: null,
  headHash: 'd9be70b5d5eeddb1aaaa',
  ms: 2140,
};

test('an intact journal is counted, with the beginning of its head', () => {
  assert.equal(
    sentenceOf(journal),
    '✓ Maison de santé : journal intact, 1\u202f204\u202f331 lignes scellées, tête d9be70b5d5eeddb1 (2,1 s).',
  );
  assert.match(sentenceOf({ ...journal, unsealed: 3 }), /, 3 en attente de sceau, tête/);
  assert.match(sentenceOf({ ...journal, sealed: 0, headHash: '' }), /0 ligne scellée \(2,1 s\)/);
});

for (const [fault, words] of [
  ['row_changed', /la ligne 7 n’est plus celle/],
  ['row_missing', /la ligne 7 a été effacée/],
  ['seal_missing', /il manque un sceau avant la ligne 7/],
  ['tail_cut', /la fin a été coupée .* ligne 7/],
  ['head_differs', /le sceau 7 n’est pas/],
]) {
  test(`a broken one says where and how: ${fault}`, () => {
    const said = sentenceOf({ ...journal, intact: false, brokenAt: { seq: 7, fault } });
    assert.match(said, /^✗ Maison de santé : /);
    assert.match(said, words);
  });
}

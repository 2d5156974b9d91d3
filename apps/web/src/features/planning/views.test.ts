import { describe, expect, test } from '@jest/globals';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { SavedView } from '@pupitre/shared/session/session.contract';
import { columnsOf, viewsOf } from './views';

const column = (id: string, position: number, active = true) =>
  ({ id, position, active, kind: 'practitioner', practitionerId: id }) as unknown as ResourceView;
const setup = {
  resources: [column('martin', 1), column('leroy', 2), column('nguyen', 3), column('gone', 4, false)],
  practitioners: [
    { id: 'martin', title: 'dr' },
    { id: 'leroy', title: 'dr' },
    { id: 'nguyen', title: null },
  ],
} as unknown as PracticeSetup;
const own = (id: string, resourceIds: string[]): SavedView => ({
  id,
  name: id,
  resourceIds,
  list: false,
  density: null,
});
const values = (saved: SavedView[]) => viewsOf(setup, saved).map(({ value }) => value ?? 'all');
const shown = (vue: string | undefined, saved: SavedView[] = [], busy: string[] = []) =>
  columnsOf(setup, vue, new Set(busy), saved).map(({ id }) => id);

describe('the views, in the order of their keys', () => {
  test.each([
    ['none of hers', [], ['all', 'medecins', 'martin', 'leroy', 'nguyen']],
    ['hers first, in her order', [own('b', ['leroy']), own('a', ['martin'])], ['b', 'a', 'all']],
    ['one whose columns are closed is left out', [own('b', ['gone'])], ['all', 'medecins']],
  ])('%s', (_case, saved, first) => {
    expect(values(saved).slice(0, first.length)).toEqual(first);
  });
});

describe('columns of a view', () => {
  const saved = [own('mine', ['nguyen', 'martin', 'gone'])];
  test.each([
    ['everybody', undefined, ['martin', 'leroy', 'nguyen']],
    ['hers, in the order of the practice, without the closed ones', 'mine', ['martin', 'nguyen']],
    ['one that somebody else made', 'theirs', ['martin', 'leroy', 'nguyen']],
  ])('%s', (_case, vue, ids) => {
    expect(shown(vue, saved)).toEqual(ids);
  });

  test('a closed agenda that still holds a visit is shown to everybody', () => {
    expect(shown(undefined, [], ['gone'])).toContain('gone');
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let lea: Desk;

beforeAll(async () => {
  t = await startTestApp();
  ({ lea } = await t.given.deskWithTwoSecretaries());
});
afterAll(() => t.close());

async function names(text: string, birthplace = false): Promise<string[]> {
  const query = new URLSearchParams({ text, birthplace: String(birthplace) });
  const { body } = await lea.raw('get', `/communes?${query}`).expect(200);
  return body.communes.map((commune: { name: string }) => commune.name);
}

test.each([
  ['lille', 'Lille'],
  ['LILL', 'Lille'],
  ['saint-etie', 'Saint-Étienne'],
  ['st etienne', 'Saint-Étienne'],
  ['havre', 'Le Havre'],
  ["l'hay", 'L’Haÿ-les-Roses'],
  ['59000', 'Lille'],
  ['5900', 'Lille'],
  ['44', 'Nantes'],
  ['93 saint-d', 'Saint-Denis'],
  ['59000 lil', 'Lille'],
  ['97400', 'Saint-Denis'],
  ['paris', 'Paris'],
  ['paris 7', 'Paris 7e Arrondissement'],
  ['paris 14', 'Paris 14e Arrondissement'],
  ['lyon 3e', 'Lyon 3e Arrondissement'],
])('%s gives %s first', async (text, name) => {
  expect((await names(text))[0]?.replace("'", '’')).toBe(name);
});

test('the exact name comes before larger towns that begin alike', async () => {
  expect((await names('mons'))[0]).toBe('Mons');
});

test('twelve at most, the largest first; nothing for nothing', async () => {
  const found = await names('saint');
  expect(found).toHaveLength(12);
  expect(found[0]).toMatch(/^Saint/);
  expect(await names('—')).toEqual([]);
  expect(await names('zzz')).toEqual([]);
});

test('a commune that no longer exists is a birthplace, not an address', async () => {
  expect(await names('lomme', true)).toContain('Lomme');
  expect(await names('lomme')).not.toContain('Lomme');
});

test('somebody without a session gets none', async () => {
  await lea.raw('get', '/communes?text=lille').unset('cookie').expect(401);
});

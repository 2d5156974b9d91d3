import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './root.mjs';
import { Refusal } from './say.mjs';
import { addressOf, readSettings } from './settings.mjs';

test('without any variable: the demo on this machine', () => {
  assert.deepEqual(readSettings({}), {
    port: 3000,
    host: '127.0.0.1',
    home: path.join(root, '.data'),
    databaseUrl: null,
    appUrl: null,
    seed: 'demo',
    publicUrl: null,
  });
});

test('an outside database is never seeded unless asked', () => {
  const DATABASE_URL = 'postgres://owner@db/pupitre';
  assert.equal(readSettings({ DATABASE_URL }).seed, 'none');
  assert.equal(readSettings({ DATABASE_URL, PUPITRE_SEED: 'demo' }).seed, 'demo');
});

test('an empty variable is no value', () => {
  assert.equal(readSettings({ PORT: '', DATABASE_URL: ' ', PUPITRE_SEED: '' }).databaseUrl, null);
});

for (const env of [
  { PORT: 'abc' },
  { PORT: '70000' },
  { PORT: '3000.5' },
  { PUPITRE_SEED: 'oui' },
  { DATABASE_URL: 'mysql://db/pupitre' },
  { DATABASE_APP_URL: 'localhost:5432' },
]) {
  test(`${JSON.stringify(env)} is refused with the name of the variable`, () => {
    assert.throws(
      () => readSettings(env),
      (error) => error instanceof Refusal && error.message.includes(Object.keys(env)[0]),
    );
  });
}

for (const [host, expected] of [
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://[::1]:3000'],
  ['::1', 'http://[::1]:3000'],
  ['pupitre.local', 'http://pupitre.local:3000'],
]) {
  test(`HOST ${host} opens at ${expected}`, () => assert.equal(addressOf(host, 3000), expected));
}

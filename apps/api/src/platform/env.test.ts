import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Env, exposureFault, readEnv } from './env.js';

const url = 'postgres://pupitre_app:secret@db/pupitre';

describe('exposureFault', () => {
  const env = (given: Partial<Env>): Env => ({ ...readEnv({ DATABASE_APP_URL: url }), ...given });

  test.each<[string, Partial<Env>]>([
    ['this computer', { HOST: '127.0.0.1' }],
    ['this computer, by name', { HOST: 'localhost' }],
    ['this computer, IPv6', { HOST: '::1' }],
    ['outside, https and the proxy told', { HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example', TRUST_PROXY: true }],
  ])('%s: allowed', (_, given) => expect(exposureFault(env(given))).toBeNull());

  test.each<[string, Partial<Env>]>([
    ['nothing told', { HOST: '0.0.0.0' }],
    ['plain http', { HOST: '0.0.0.0', PUBLIC_URL: 'http://desk.example', TRUST_PROXY: true }],
    ['no proxy', { HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example' }],
    ['a name that begins like this computer', { HOST: 'localhost.desk.example' }],
  ])('outside, %s: refused with a sentence', (_, given) => expect(exposureFault(env(given))).toContain('PUBLIC_URL'));
});

describe('readEnv', () => {
  let folder: string;
  const inFile = (text: string) => {
    const file = path.join(folder, 'secret');
    writeFileSync(file, text);
    return file;
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pupitre-env-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a secret may come from a file, its line end left out', () => {
    expect(readEnv({ DATABASE_APP_URL_FILE: inFile(`${url}\n`) }).DATABASE_APP_URL).toBe(url);
  });

  test('a secret given twice, or by a file that is not there, is refused by name', () => {
    expect(() => readEnv({ DATABASE_APP_URL: url, DATABASE_APP_URL_FILE: inFile(url) })).toThrow('both set');
    expect(() => readEnv({ DATABASE_APP_URL_FILE: path.join(folder, 'none') })).toThrow('cannot be read');
  });

  test('what is missing or wrong is named; what is empty is missing', () => {
    expect(() => readEnv({ DATABASE_APP_URL: '' })).toThrow('DATABASE_APP_URL');
    expect(() => readEnv({ DATABASE_APP_URL: url, PORT: 'eighty' })).toThrow('PORT');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { auditFaults } from '@pupitre/shared/audit/audit.contract';
import { openingReasons } from '@pupitre/shared/audit/opening-reasons';
import { auditedActions } from './audited-actions';

type Words = { readonly [key: string]: string | Words };
const wordsOf = (locale: string) =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../../locales/${locale}/audit.json`), 'utf8')) as Words;

const at = (words: Words, key: string) =>
  key
    .split('.')
    .reduce<string | Words | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), words);

test.each(['fr', 'en'])('%s: every action, reason and fault that a journal can hold has its words', (locale) => {
  const words = wordsOf(locale);
  const keys = [
    ...auditedActions.map((action) => `action.${action}`),
    ...openingReasons.map((reason) => `reason.${reason}`),
    ...auditFaults.map((fault) => `chain.fault.${fault}`),
  ];
  expect(auditedActions.length).toBeGreaterThan(50);
  expect(keys.filter((key) => typeof at(words, key) !== 'string')).toEqual([]);
});

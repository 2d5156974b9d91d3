import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let practice: GivenPractice;
let lea: Desk;

beforeAll(async () => {
  t = await startTestApp();
  ({ practice, lea } = await t.given.deskWithTwoSecretaries());
  const people = [
    { birthName: 'DURAND', usedName: 'DUPONT', firstName: 'Marie', sex: 'F', birthDate: '1962-03-12', phone: '47' },
    { birthName: 'DUPUIS', firstName: 'Marc', birthDate: '1985-07-04', phone: '09' },
    { birthName: 'DUPAS', firstName: 'Maëlle', sex: 'F', birthDate: '2019-11-22', phone: '61' },
    { birthName: 'LE GUEN', firstName: 'Anne-Marie', sex: 'F', birthDate: '1971-01-30', phone: null },
    { birthName: 'D’ALMEIDA', firstName: 'João', birthDate: '1990-06-02', phone: '12' },
    { birthName: 'ŒUVRARD', firstName: 'Éloïse', sex: 'F', birthDate: '1955-09-09', phone: '13' },
    { birthName: 'SALL', firstName: 'Awa', sex: 'F', birthDate: '2001-02-28', phone: '14' },
  ] as const;
  for (const person of people) {
    const phone = person.phone && `+336399810${person.phone}`;
    await t.given.patient(practice, { ...person, phone });
  }
});
afterAll(() => t.close());

async function found(text: string, desk = lea, limit?: number): Promise<string[]> {
  const reply = await desk.post('/patients/search', { text, limit }).expect(200);
  return reply.body.hits.map((hit: { usedName: string; firstName: string }) => `${hit.usedName} ${hit.firstName}`);
}

describe('a patient is found', () => {
  test.each([
    ['her name and first name', 'dupont marie', 'DUPONT Marie'],
    ['swapped', 'marie dupont', 'DUPONT Marie'],
    ['the beginnings of both', 'dup mari', 'DUPONT Marie'],
    ['her birth name', 'durand', 'DUPONT Marie'],
    ['her first name without its accents', 'ELOISE', 'ŒUVRARD Éloïse'],
    ['a ligature taken apart', 'oeuvr', 'ŒUVRARD Éloïse'],
    ['an apostrophe of a keyboard', "d'almeida", 'D’ALMEIDA João'],
    ['the part after the apostrophe', 'almeida', 'D’ALMEIDA João'],
    ['a compound name as one word', 'leguen', 'LE GUEN Anne-Marie'],
    ['one letter too few', 'dupon marie', 'DUPONT Marie'],
    ['one letter for another', 'dupomt', 'DUPONT Marie'],
    ['two letters exchanged', 'slal awa', 'SALL Awa'],
    ['her birth date in six digits', '120362', 'DUPONT Marie'],
    ['her birth date with slashes', '12/03/1962', 'DUPONT Marie'],
    ['the end of her phone', '1047', 'DUPONT Marie'],
    ['the last two digits of her phone beside the name', 'dup 47', 'DUPONT Marie'],
  ])('by %s: %s', async (_how, text, expected) => {
    expect((await found(text))[0]).toBe(expected);
  });

  test('together with those who begin alike, in the order of the names', async () => {
    expect(await found('dup ma')).toEqual(['DUPAS Maëlle', 'DUPONT Marie', 'DUPUIS Marc']);
    expect(await found('dup ma', lea, 1)).toEqual(['DUPAS Maëlle']);
    expect(await found('d', lea, 1)).toEqual(['D’ALMEIDA João']);
  });
});

test.each(['zorglub', '—', '7', '99/99/9999', '%', "' or 1=1 --", '1'.repeat(80)])('%s finds nobody', async (text) => {
  expect(await found(text)).toEqual([]);
});

test('a number in the middle of the phone does not find her', async () => {
  expect(await found('639981')).toEqual([]);
});

test('the whole phone is never in an answer', async () => {
  const reply = await lea.post('/patients/search', { text: 'dupont' }).expect(200);
  expect(reply.body.hits[0]).toMatchObject({
    birthName: 'DURAND',
    birthDate: '1962-03-12',
    phoneEnd: '47',
    next: null,
  });
  expect(reply.text).not.toContain('63998');
});

test('another practice finds none of them', async () => {
  const { lea: elsewhere } = await t.given.deskWithTwoSecretaries();
  expect(await found('dupont', elsewhere)).toEqual([]);
  await lea.raw('post', `/practices/${elsewhere.practiceId}/patients/search`, { text: 'dupont' }).expect(404);
});

test('who may not see names may not search', async () => {
  const accountant = await t.given.desk(practice, ['accountant']);
  await accountant.post('/patients/search', { text: 'dupont' }).expect(403);
});

test('no name searched for stands in a URL or in the log', async () => {
  await found('zzcanari dupont');
  const log = t.logLines.join('\n').toLowerCase();
  expect(log).toContain('/patients/search');
  expect(log).not.toContain('zzcanari');
  expect(log).not.toContain('dupont');
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readApiPage } from '@pupitre/shared/contract/api-page.contract';
import { matching, operationsOf, typeOf } from './api-operations';

const file = path.join(import.meta.dirname, '../../../../../docs/openapi.json');
const page = readApiPage.response.parse(JSON.parse(readFileSync(file, 'utf8')));

test('every operation of the page is listed, in the order of its domain', () => {
  const operations = operationsOf(page);
  const count = Object.values(page.paths).reduce((sum, verbs) => sum + Object.keys(verbs).length, 0);
  expect(operations).toHaveLength(count);
  expect(operations.map(({ domain }) => domain)).toEqual(operations.map(({ domain }) => domain).sort());
  expect(operations.find(({ id }) => id === 'appointment.book')).toMatchObject({
    ...{ domain: 'appointment', method: 'POST', path: '/api/practices/{practiceId}/appointments' },
    access: 'appointment.book',
    fields: expect.arrayContaining([
      { name: 'Idempotency-Key', where: 'header', required: true, schema: expect.anything() },
    ]),
    answers: expect.arrayContaining([
      expect.objectContaining({ status: '201' }),
      expect.objectContaining({ status: '409' }),
    ]),
  });
});

test.each([
  ['book', 'appointment.book'],
  ['POST appointments', 'appointment.book'],
  ['REVEAL phone', 'patient.reveal_phone'],
])('« %s » finds %s', (text, id) => {
  expect(matching(operationsOf(page), text).map((one) => one.id)).toContain(id);
});

test('a search for what no operation has finds none', () => {
  expect(matching(operationsOf(page), 'book zzz')).toEqual([]);
});

test.each([
  [{ type: 'string', format: 'uuid' }, 'uuid'],
  [{ type: 'string', maxLength: 300, nullable: true }, 'string (…300) | null'],
  [{ type: 'integer', minimum: 5, maximum: 480 }, 'integer (5…480)'],
  [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'integer'],
  [{ enum: ['F', 'M'] }, '"F" | "M"'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
  [
    { type: 'object', required: ['a'], properties: { a: { type: 'boolean' }, b: { type: 'string' } } },
    '{\n  a: boolean\n  b?: string\n}',
  ],
])('%j is told as %s', (schema, told) => {
  expect(typeOf(schema)).toBe(told);
});

import { afterEach, expect, test } from '@jest/globals';
import { defineEndpoint } from '@pupitre/shared/contract/endpoint';
import { z } from 'zod';
import { callApi, callForFile, urlOf } from './api-client';
import { ApiProblem } from './api-problem';
import { lastActStore, tellAct } from './last-act';
import { onSessionRefusal } from './session-refusals';

const readThing = defineEndpoint('thing.read', {
  method: 'GET',
  path: '/things/{thingId}',
  summary: 'Read a thing',
  access: 'session',
  params: z.object({ thingId: z.string() }),
  query: z.object({ day: z.string().optional(), all: z.boolean().optional() }),
  response: z.object({ name: z.string() }),
});
const addThing = defineEndpoint('thing.add', {
  method: 'POST',
  path: '/things',
  summary: 'Add a thing',
  access: 'session',
  idempotent: true,
  versioned: true,
  body: z.object({ name: z.string() }),
  response: 'empty',
});

const realFetch = globalThis.fetch;
let sent: { url: string; init: RequestInit } | undefined;
function answer(reply: () => Response | Promise<Response>): void {
  globalThis.fetch = async (url, init) => {
    sent = { url: String(url), init: init ?? {} };
    return reply();
  };
}
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const problemOfCall = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error('the call was expected to be refused');
    },
    (error: unknown) => error as ApiProblem,
  );

afterEach(() => {
  globalThis.fetch = realFetch;
  sent = undefined;
});

test('sends what the contract declares and gives back what it promises, nothing more', async () => {
  answer(() => json(200, { name: 'lectern', secret: 'cut' }));
  const thing = await callApi(readThing, { params: { thingId: 'a/b' }, query: { day: '2026-03-02', all: undefined } });
  expect(thing).toEqual({ name: 'lectern' });
  expect(sent?.url).toBe('/api/things/a%2Fb?day=2026-03-02');
  expect(sent?.init).toMatchObject({ method: 'GET', credentials: 'same-origin', cache: 'no-store' });
});

test('sends the version and the submission key a contract asks for', async () => {
  answer(() => new Response(null, { status: 204 }));
  await callApi(addThing, { body: { name: 'lectern' }, ifMatch: 3, idempotencyKey: 'k-1' });
  const headers = new Headers(sent?.init.headers);
  expect(headers.get('if-match')).toBe('"3"');
  expect(headers.get('idempotency-key')).toBe('k-1');
  expect(headers.get('content-type')).toBe('application/json');
});

test('refuses to send without the version or the key', async () => {
  answer(() => new Response(null, { status: 204 }));
  await expect(callApi(addThing, { body: { name: 'x' }, idempotencyKey: 'k' })).rejects.toThrow('needs ifMatch');
  await expect(callApi(addThing, { body: { name: 'x' }, ifMatch: 1 })).rejects.toThrow('needs idempotencyKey');
  expect(sent).toBeUndefined();
});

test('a refusal keeps its code, its details and the id of the log', async () => {
  answer(() => json(409, { code: 'appointment.slot_taken', details: { next: [] }, errorId: 'AB12' }));
  const problem = await problemOfCall(callApi(readThing, { params: { thingId: '1' }, query: {} }));
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({
    status: 409,
    code: 'appointment.slot_taken',
    details: { next: [] },
    errorId: 'AB12',
  });
  expect(problem.isPassing).toBe(false);
});

test.each([
  ['a proxy page', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'server.unavailable'],
  ['an unknown code', () => json(500, { code: 'of.another_age' }), 'server.unavailable'],
  ['no line', () => Promise.reject(new TypeError('failed to fetch')), 'network.unreachable'],
  ['an answer of another shape', () => json(200, { nom: 'pupitre' }), 'response.unreadable'],
  ['an answer that is no JSON', () => new Response('ok', { status: 200 }), 'response.unreadable'],
])('%s is told as a problem of its own', async (_what, reply, code) => {
  answer(reply);
  const problem = await problemOfCall(callApi(readThing, { params: { thingId: '1' }, query: {} }));
  expect(problem.code).toBe(code);
});

test('a locked or ended session is told once to whoever listens; a wrong password is not', async () => {
  const heard: string[] = [];
  const leave = onSessionRefusal((refusal) => heard.push(refusal));
  for (const code of ['session.locked', 'session.ended', 'session.credentials_refused']) {
    answer(() => json(401, { code }));
    await problemOfCall(callApi(readThing, { params: { thingId: '1' }, query: {} }));
  }
  leave();
  expect(heard).toEqual(['session.locked', 'session.ended']);
});

test('a cancelled call is no problem to show', async () => {
  const leaving = new AbortController();
  answer(() => {
    leaving.abort();
    return Promise.reject(new DOMException('gone', 'AbortError'));
  });
  const call = callApi(readThing, { params: { thingId: '1' }, query: {} }, leaving.signal);
  await expect(call).rejects.toHaveProperty('name', 'AbortError');
});

const booked = { id: 'a', sentence: '', name: '', until: '', undo: async () => {} };
const doThing = defineEndpoint('thing.do', {
  ...{ method: 'PUT', path: '/things', summary: 'Do a thing', access: 'appointment.book', response: 'empty' },
});

test('an act forgets the way back of the one before it', async () => {
  tellAct(booked);
  answer(() => json(409, { code: 'version.stale' }));
  await problemOfCall(callApi(doThing, {}));
  expect(lastActStore.get()).toBe(booked);
  answer(() => new Response(null, { status: 204 }));
  await callApi(doThing, {});
  expect(lastActStore.get()).toBeNull();
});

test.each([
  ['a read', { method: 'GET' }],
  ['a search sent as a POST', { readOnly: true }],
  ['a draft or a hold', { untraced: true }],
  ['a lock', { access: 'session' }],
] as const)('%s is no act', async (_what, spec) => {
  tellAct(booked);
  answer(() => new Response(null, { status: 204 }));
  await callApi({ ...doThing, ...spec }, {});
  expect(lastActStore.get()).toBe(booked);
});

test('a link to a file carries the same address', () => {
  expect(urlOf(readThing, { params: { thingId: '7' } })).toBe('/api/things/7');
});

const readFile = defineEndpoint('thing.read_file', {
  method: 'GET',
  path: '/things/{thingId}/file',
  summary: 'Read the file of a thing',
  access: 'session',
  params: z.object({ thingId: z.string() }),
  response: { file: 'text/csv' },
});

test('gives a file with the name the server chose, and refuses like any call', async () => {
  const headers = { 'content-disposition': 'attachment; filename="factures-2026-02.csv"' };
  answer(() => new Response('a;b', { headers }));
  const { blob, name } = await callForFile(readFile, { params: { thingId: '1' } });
  expect([await blob.text(), name]).toEqual(['a;b', 'factures-2026-02.csv']);

  answer(() => json(403, { code: 'session.step_up_required' }));
  const problem = await problemOfCall(callForFile(readFile, { params: { thingId: '1' } }));
  expect([problem.status, problem.code]).toEqual([403, 'session.step_up_required']);
});

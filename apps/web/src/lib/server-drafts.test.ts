import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  type DraftName,
  flushDrafts,
  forgetDraft,
  forgetSentDrafts,
  isDraftKept,
  keepDraft,
  noteDraftRead,
  pauseDrafts,
  resumeDrafts,
} from './server-drafts';

let serial = 0;
let name: DraftName;
/** What left for the server, in order: method and what was kept. */
let sent: [string, unknown][];
let answer: () => Promise<Response>;
const realFetch = globalThis.fetch;

const saved = () => Promise.resolve(Response.json({ updatedAt: '2026-03-02T09:00:00Z', version: 1 }));
const silence = () => Promise.reject(new TypeError('network'));

beforeEach(() => {
  jest.useFakeTimers();
  serial += 1;
  name = { accountId: 'lea', practiceId: 'p1', form: 'booking', subject: `s${serial}` };
  sent = [];
  answer = saved;
  globalThis.fetch = ((_, init: RequestInit) => {
    sent.push([String(init.method), init.body ? JSON.parse(String(init.body)).body : null]);
    return init.method === 'DELETE' ? Promise.resolve(new Response(null, { status: 204 })) : answer();
  }) as typeof fetch;
  resumeDrafts('lea');
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = realFetch;
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('a draft', () => {
  test('leaves a second after the first change, with the last of what was typed', async () => {
    keepDraft(name, { note: 'a' });
    await pass(600);
    keepDraft(name, { note: 'ab' });
    expect(sent).toEqual([]);
    await pass(400);
    expect(sent).toEqual([['PUT', { note: 'ab' }]]);
  });

  test('leaves each second while it changes, and not once it stands still', async () => {
    for (const note of ['a', 'b', 'c']) {
      keepDraft(name, { note });
      await pass(1_000);
    }
    await pass(10_000);
    expect(sent.map(([, body]) => body)).toEqual([{ note: 'a' }, { note: 'b' }, { note: 'c' }]);
  });

  test('is not sent back as it was read', async () => {
    noteDraftRead(name, { note: 'kept' });
    keepDraft(name, { note: 'kept' });
    await pass(5_000);
    expect([sent, isDraftKept(name)]).toEqual([[], true]);
  });

  test('given up is forgotten there, and what was about to leave stays', async () => {
    keepDraft(name, { note: 'a' });
    forgetDraft(name);
    await pass(5_000);
    expect([sent, isDraftKept(name)]).toEqual([[['DELETE', null]], false]);
  });

  test('that met a silence is sent again, with what was typed since', async () => {
    answer = silence;
    keepDraft(name, { note: 'a' });
    await pass(1_000);
    answer = saved;
    await pass(5_000);
    expect(sent).toEqual([
      ['PUT', { note: 'a' }],
      ['PUT', { note: 'a' }],
    ]);
  });

  test('that is too long is not sent again and again', async () => {
    const problem = { type: 'about:blank', status: 413, code: 'draft.too_large' };
    answer = () =>
      Promise.resolve(Response.json(problem, { status: 413, headers: { 'content-type': 'application/problem+json' } }));
    keepDraft(name, { note: 'long' });
    await pass(60_000);
    expect(sent).toHaveLength(1);
  });

  test('leaves at once before a lock, waits behind it, and goes on after', async () => {
    keepDraft(name, { note: 'before' });
    await flushDrafts();
    pauseDrafts();
    keepDraft(name, { note: 'behind' });
    await pass(10_000);
    expect(sent).toEqual([['PUT', { note: 'before' }]]);
    resumeDrafts('lea');
    await pass(0);
    expect(sent.at(-1)).toEqual(['PUT', { note: 'behind' }]);
  });

  test('that the server has is kept in no memory once nobody is signed in', async () => {
    keepDraft(name, { note: 'sent' });
    await pass(1_000);
    forgetSentDrafts();
    expect(isDraftKept(name)).toBe(false);
  });

  test('of somebody else is never sent for whoever sits there now', async () => {
    pauseDrafts();
    keepDraft(name, { note: 'hers' });
    resumeDrafts('sonia');
    await pass(10_000);
    expect([sent, isDraftKept(name)]).toEqual([[], false]);
  });
});

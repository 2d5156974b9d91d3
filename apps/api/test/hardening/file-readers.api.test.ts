import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../desk.js';
import { givenSeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let accountant: Desk;
beforeAll(async () => {
  t = await startTestApp();
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  accountant = await t.given.desk(practice, ['accountant']);
  const visit = await givenSeenVisit(t, practice, lea);
  await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'card', cents: 3000 }] });
});
afterAll(() => t.close());

const file = '/exports/2026-03/factures.csv';

/** Asks for the file and goes away after `ms`. */
function askAndLeave(ms: number): Promise<void> {
  const { port } = t.app.getHttpServer().address() as AddressInfo;
  return new Promise((done) => {
    const path = `/api/practices/${accountant.practiceId}${file}`;
    const request = http.get({ port, path, headers: { cookie: accountant.cookie } }, (reply) => reply.pause());
    request.on('error', () => undefined);
    setTimeout(() => {
      request.destroy();
      done();
    }, ms);
  });
}

test('readers who leave at any moment keep nobody from the next file', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => askAndLeave(n * 4)));
  for (let times = 0; times < 6; times += 1) {
    const reply = await accountant.get(file).timeout(10_000);
    expect([reply.status, reply.text.includes('F2026-000001')]).toEqual([200, true]);
  }
  const { rows } = await t.owner.query(
    `select count(*)::int as open from pg_stat_activity
      where datname = current_database() and usename = 'pupitre_app' and state like 'idle in transaction%'`,
  );
  expect(rows[0].open).toBe(0);
});

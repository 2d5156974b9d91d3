import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { Expiry } from './expiry.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('what has served its time goes, in every practice, and nothing younger', async () => {
  const practices = [await t.given.practice(), await t.given.practice()];
  for (const practice of practices) {
    await t.given.within(practice, () =>
      t.owner.query(
        `insert into idempotent_request (practice_id, account_id, key, endpoint, request_hash, status, at)
         select $1, gen_random_uuid(), 'key-aged-' || age, 'appointment.book', '', 201, now() - age * interval '1 hour'
           from unnest(array[1000, 100, 71, 1]) age`,
        [practice.id],
      ),
    );
  }
  expect(await t.app.get(Expiry).purge()).toBe(4);
  expect(await t.app.get(Expiry).purge()).toBe(0);
  const kept = await t.given.within(practices[0] ?? { id: '', sessionHash: '' }, () =>
    t.owner.query('select key from idempotent_request order by key'),
  );
  expect(kept.rows.map(({ key }) => key)).toEqual(['key-aged-1', 'key-aged-71']);
});

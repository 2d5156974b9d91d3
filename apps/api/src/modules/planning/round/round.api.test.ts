import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RoundStop } from '@pupitre/shared/planning/round.contract';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

async function givenRound() {
  const its = await t.given.deskWithTwoSecretaries();
  const { practice, lea } = its;
  await t.given.within(practice, () =>
    t.owner.query(`update motif set place = 'home' where practice_id = $1 and id = $2`, [
      practice.id,
      practice.consultation,
    ]),
  );
  for (const [startMin, usedName] of [
    [600, 'PETIT'],
    [540, 'ROY'],
  ] as const) {
    const patient = await t.given.patient(practice, { usedName });
    await lea
      .post('/appointments', {
        ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
        ...{ day: tuesday, startMin, durationMin: 30 },
      })
      .expect(201);
  }
  return { ...its, path: `/resources/${practice.martin.resourceId}/rounds/${tuesday}` };
}

test('a round lists the home visits in order, and who asked for it is in the journal', async () => {
  const { practice, lea, path } = await givenRound();
  const reply = await lea.get(path);
  expect(reply.status).toBe(200);
  expect(reply.body.stops.map(({ startMin, usedName }: RoundStop) => [startMin, usedName])).toEqual([
    [540, 'ROY'],
    [600, 'PETIT'],
  ]);
  const audited = await t.given.within(practice, async () => {
    const { rows } = await t.owner.query(
      `select count(*)::int as n from audit_event where practice_id = $1 and action = 'planning.read_round'`,
      [practice.id],
    );
    return rows[0].n;
  });
  expect(audited).toBe(1);
});

test('another practice reads nothing of it', async () => {
  const { path } = await givenRound();
  const { lea } = await t.given.deskWithTwoSecretaries();
  expect((await lea.get(path)).body.stops).toEqual([]);
});

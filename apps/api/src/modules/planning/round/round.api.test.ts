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

test('the phones of a day list: every visit that stands, and a line of the journal about the column', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const book = async (startMin: number, phone: string | null) => {
    const patient = await t.given.patient(practice);
    await t.given.within(practice, () =>
      t.owner.query('update patient set phone = $3 where practice_id = $1 and id = $2', [
        practice.id,
        patient.id,
        phone,
      ]),
    );
    const body = { resourceId, motifId: practice.consultation, patientId: patient.id, day: tuesday, startMin };
    const { body: booked } = await lea.post('/appointments', { ...body, durationMin: 30 }).expect(201);
    return booked.appointment;
  };
  const [reached, mute, gone] = [
    await book(540, '+33639980101'),
    await book(570, null),
    await book(600, '+33639980102'),
  ];
  await lea.act(`/appointments/${gone.id}/cancel`, gone.version, { by: 'patient' }).expect(200);
  const { body } = await lea.get(`/resources/${resourceId}/day-phones/${tuesday}`).expect(200);
  expect(body.phones).toEqual([
    { appointmentId: reached.id, phone: '+33639980101' },
    { appointmentId: mute.id, phone: null },
  ]);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(`select subject_id from audit_event where practice_id = $1 and action = 'planning.read_day_phones'`, [
      practice.id,
    ]),
  );
  expect(rows).toEqual([{ subject_id: resourceId }]);
});

test('another practice reads nothing of it', async () => {
  const { path } = await givenRound();
  const { lea } = await t.given.deskWithTwoSecretaries();
  expect((await lea.get(path)).body.stops).toEqual([]);
});

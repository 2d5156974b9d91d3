import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changeMotif, givenPool } from '../../../test/given-rooms.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

/** A visit of half an hour at ten in the first room, with ten minutes of cleaning. */
async function visitInRoom(names: readonly string[]) {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { id: poolId, members } = await givenPool(sonia, 'Salles', names);
  const need = (afterMin: number) =>
    changeMotif(sonia, practice.consultation, { needs: [{ poolId, beforeMin: 0, afterMin }] });
  await need(10);
  const book = async (column: { resourceId: string }, startMin: number, durationMin: number) => {
    const patient = await t.given.patient(practice);
    const { resourceId } = column;
    const form = {
      resourceId,
      motifId: practice.consultation,
      patientId: patient.id,
      day: tuesday,
      startMin,
      durationMin,
    };
    return (await lea.post('/appointments', form).expect(201)).body.appointment as { id: string };
  };
  const { id } = await book(practice.martin, 600, 30);
  const resize = (durationMin: number, version: number, part: object = {}) =>
    lea.act(`/appointments/${id}/move`, version, {
      ...{ resourceId: practice.martin.resourceId, day: tuesday, startMin: 600, durationMin, ...part },
    });
  const claims = async () => {
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(
        `select r.name || to_char(c.starts_at at time zone 'Europe/Paris', ' HH24:MI-') ||
            to_char(c.ends_at at time zone 'Europe/Paris', 'HH24:MI') as line
           from claim c join resource r on r.practice_id = c.practice_id and r.id = c.resource_id
          where c.practice_id = $1 and c.appointment_id = $2 order by r.kind, r.name`,
        [practice.id, id],
      ),
    );
    return rows.map(({ line }) => line).sort();
  };
  return { practice, lea, sonia, members, need, book, resize, claims };
}

const noRoom = { override: { codes: ['appointment.need_not_free'], reason: 'La fin dans le bureau' } };

test('a visit made longer while no room is free for more keeps the room it has, for as long as it had it', async () => {
  const { practice, members, book, resize, claims } = await visitInRoom(['Salle 1']);
  await book(practice.leroy, 640, 15);
  const refused = await resize(45, 1);
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.need_not_free']);
  const longer = await resize(45, 1, noRoom);
  expect([longer.status, longer.body.appointment?.companionIds]).toEqual([200, [members[0]?.id]]);
  expect(await claims()).toEqual(['Dr MARTIN 10:00-10:45', 'Salle 1 10:00-10:40']);
});

test('a shorter visit keeps its room, in repair since, and gives back the end of it', async () => {
  const { lea, members, resize, claims } = await visitInRoom(['Salle 1', 'Salle 2']);
  const repair = { resourceId: members[0]?.id, reason: 'other', note: '', fromMin: 0, toMin: 1440 };
  await lea.post('/absences', { ...repair, fromDay: tuesday, toDay: tuesday }).expect(201);
  const shorter = await resize(15, 1);
  expect([shorter.status, shorter.body.appointment?.companionIds]).toEqual([200, [members[0]?.id]]);
  expect(await claims()).toEqual(['Dr MARTIN 10:00-10:15', 'Salle 1 10:00-10:25']);
});

test('a shorter visit asks for no more of what its motif keeps since: nobody stands in its way', async () => {
  const { practice, sonia, need, book, resize, claims } = await visitInRoom(['Salle 1', 'Salle 2']);
  await book(practice.leroy, 640, 15);
  await book(practice.martin, 630, 5);
  await need(60);
  await changeMotif(sonia, practice.consultation, { beforeMin: 15, afterMin: 30 });
  const shorter = await resize(20, 1);
  expect([shorter.status, shorter.body.code]).toEqual([200, undefined]);
  expect(await claims()).toEqual(['Dr MARTIN 10:00-10:20', 'Salle 1 10:00-10:30']);
});

test('a longer visit asks for its end alone: what its motif keeps before it since is not asked for', async () => {
  const { practice, sonia, book, resize, claims } = await visitInRoom(['Salle 1', 'Salle 2']);
  await book(practice.martin, 585, 15);
  await changeMotif(sonia, practice.consultation, { needs: [], beforeMin: 15 });
  const longer = await resize(45, 1);
  expect([longer.status, longer.body.code]).toEqual([200, undefined]);
  expect(await claims()).toEqual(['Dr MARTIN 10:00-10:45']);
});

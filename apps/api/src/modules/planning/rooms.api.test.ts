import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenColumn, GivenPractice } from '../../../test/given.js';
import { changeMotif, givenFullYear, givenPool } from '../../../test/given-rooms.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

interface Story {
  readonly practice: GivenPractice;
  readonly lea: Desk;
  readonly sonia: Desk;
}

async function book(story: Story, column: GivenColumn, startMin: number, part: object = {}) {
  const patient = await t.given.patient(story.practice);
  return story.lea.post('/appointments', {
    ...{ resourceId: column.resourceId, motifId: story.practice.consultation, patientId: patient.id },
    ...{ day: tuesday, startMin, durationMin: 15, ...part },
  });
}

const claims = async ({ practice }: Story, appointmentId: string) => {
  const found = await t.given.within(practice, () =>
    t.owner.query(
      `select r.name, to_char(c.starts_at at time zone 'Europe/Paris', 'HH24:MI') || '-' ||
          to_char(c.ends_at at time zone 'Europe/Paris', 'HH24:MI') as span, c.lane
         from claim c join resource r on r.practice_id = c.practice_id and r.id = c.resource_id
        where c.practice_id = $1 and c.appointment_id = $2 order by r.name`,
      [practice.id, appointmentId],
    ),
  );
  return found.rows.map(({ name, span, lane }) => `${name} ${span} ${lane}`);
};

/** One room with ten minutes of cleaning, which every consultation needs. */
async function oneRoom(
  names: readonly string[] = ['Salle 1'],
): Promise<Story & { members: readonly { id: string }[] }> {
  const story = await t.given.deskWithTwoSecretaries();
  const { id: poolId, members } = await givenPool(story.sonia, 'Salles de soins', names);
  const needs = [{ poolId, beforeMin: 0, afterMin: 10 }];
  await changeMotif(story.sonia, story.practice.consultation, { needs, beforeMin: 5 });
  return { ...story, members };
}

test('a visit takes the practitioner and the room, each with its own preparation and cleaning', async () => {
  const story = await oneRoom();
  const booked = await book(story, story.practice.martin, 540);
  expect(booked.status).toBe(201);
  expect(booked.body.appointment.companionIds).toEqual([story.members[0]?.id]);
  expect(await claims(story, booked.body.appointment.id)).toEqual(['Dr MARTIN 08:55-09:15 0', 'Salle 1 09:00-09:25 0']);
  const meanwhile = await book(story, story.practice.leroy, 560);
  expect(meanwhile.body.details.refusals).toMatchObject([
    { code: 'appointment.need_not_free', details: { name: 'Salles de soins' }, mayOverride: true },
  ]);
  expect((await book(story, story.practice.leroy, 565)).status).toBe(201);
});

test('the second room serves when the first is taken, and a moved visit keeps its own while it is free', async () => {
  const story = await oneRoom(['Salle 1', 'Salle 2']);
  const first = await book(story, story.practice.martin, 540);
  const second = await book(story, story.practice.leroy, 540);
  expect(second.body.appointment.companionIds).toEqual([story.members[1]?.id]);
  const moved = await story.lea.act(`/appointments/${second.body.appointment.id}/move`, 1, {
    ...{ resourceId: story.practice.leroy.resourceId, day: tuesday, startMin: 660, durationMin: 15 },
  });
  expect(moved.body.appointment.companionIds).toEqual([story.members[1]?.id]);
  expect(await claims(story, first.body.appointment.id)).toContain('Salle 1 09:00-09:25 0');
});

test('a room in repair is not given, and comes back when its absence is taken off', async () => {
  const story = await oneRoom();
  const [room] = story.members;
  const repair = { fromDay: tuesday, fromMin: 480, toDay: tuesday, toMin: 720, reason: 'other', note: 'En réparation' };
  const { body } = await story.lea.post('/absences', { resourceId: room?.id, ...repair }).expect(201);
  const refused = await book(story, story.practice.martin, 540);
  expect(refused.body.code).toBe('appointment.need_not_free');
  expect(refused.body.details.alternatives[0]).toMatchObject({ day: tuesday, startMin: 840 });
  await story.lea.delete(`/absences/${body.absence.id}`).expect(204);
  expect((await book(story, story.practice.martin, 540)).status).toBe(201);
});

test('a visit that passes over the room goes without it', async () => {
  const story = await oneRoom();
  await book(story, story.practice.martin, 540);
  const override = { codes: ['appointment.need_not_free'], reason: 'En salle d’attente' };
  const without = await book(story, story.practice.leroy, 540, { override });
  expect(without.status).toBe(201);
  expect(without.body.appointment.companionIds).toEqual([]);
  expect(await claims(story, without.body.appointment.id)).toEqual(['Dr LEROY 08:55-09:15 0']);
});

test('another motif takes what it needs and gives back what it does not; without a room it is refused, and undone whole', async () => {
  const story = await oneRoom();
  const { practice, lea } = story;
  const { appointment } = (await book(story, practice.martin, 540, { motifId: practice.firstVisit, durationMin: 15 }))
    .body;
  const recast = (version: number, motifId: string, part: object = {}) =>
    lea.put(`/appointments/${appointment.id}`, { motifId, note: '', urgent: false, ...part }, version);
  expect(await claims(story, appointment.id)).toEqual(['Dr MARTIN 09:00-09:15 0']);
  const edited = await recast(1, practice.consultation);
  expect([edited.status, edited.body.appointment?.companionIds]).toEqual([200, [story.members[0]?.id]]);
  const withRoom = ['Dr MARTIN 08:55-09:15 0', 'Salle 1 09:00-09:25 0'];
  expect(await claims(story, appointment.id)).toEqual(withRoom);
  expect((await book(story, practice.leroy, 540)).body.code).toBe('appointment.need_not_free');
  await recast(2, practice.firstVisit).then(({ body }) => expect(body.appointment.companionIds).toEqual([]));
  const other = await book(story, practice.leroy, 540);
  expect(other.status).toBe(201);
  const refused = await recast(3, practice.consultation, { note: 'Tension' });
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.need_not_free']);
  expect(await claims(story, appointment.id)).toEqual(['Dr MARTIN 09:00-09:15 0']);
  const override = { codes: ['appointment.need_not_free'], reason: 'Dans le bureau' };
  const without = await recast(3, practice.consultation, { override });
  expect([without.status, without.body.appointment?.companionIds]).toEqual([200, []]);
  await lea.post(`/acts/${edited.body.act.id}/undo`).expect(409);
  await lea.post(`/acts/${without.body.act.id}/undo`).expect(200);
  expect(await claims(story, appointment.id)).toEqual(['Dr MARTIN 09:00-09:15 0']);
});

test('margins of another motif that meet the next visit are refused; its hour and its length are not asked again', async () => {
  const story = await oneRoom(['Salle 1', 'Salle 2']);
  const { practice, lea, sonia } = story;
  await changeMotif(sonia, practice.consultation, { needs: [], beforeMin: 0, afterMin: 10 });
  const late = { motifId: practice.firstVisit, durationMin: 15 };
  const evening = await book({ ...story, lea: sonia }, practice.martin, 1200, {
    ...{ ...late, override: { codes: ['appointment.outside_opening_hours'], reason: 'Après son travail' } },
  });
  const body = { motifId: practice.consultation, note: '', urgent: false };
  expect((await lea.put(`/appointments/${evening.body.appointment.id}`, body, 1)).status).toBe(200);
  const morning = await book(story, practice.martin, 540, late);
  await book(story, practice.martin, 555, late).then(({ status }) => expect(status).toBe(201));
  const refused = await lea.put(`/appointments/${morning.body.appointment.id}`, body, 1);
  expect([refused.status, refused.body.code]).toEqual([409, 'appointment.slot_taken']);
});

test('undoing a move gives back the very room and the very minutes', async () => {
  const story = await oneRoom(['Salle 1', 'Salle 2']);
  await book(story, story.practice.martin, 540);
  const { appointment } = (await book(story, story.practice.leroy, 540)).body;
  const before = await claims(story, appointment.id);
  const moved = await story.lea.act(`/appointments/${appointment.id}/move`, 1, {
    ...{ resourceId: story.practice.martin.resourceId, day: '2026-03-04', startMin: 600, durationMin: 30 },
  });
  expect(await claims(story, appointment.id)).not.toEqual(before);
  const undone = await story.lea.post(`/acts/${moved.body.act.id}/undo`);
  expect(undone.status).toBe(200);
  expect(undone.body.appointment.companionIds).toEqual([story.members[1]?.id]);
  expect(await claims(story, appointment.id)).toEqual(before);
});

test('a room that visits to come have is not retired, with a sentence that names it; an idle one is', async () => {
  const story = await oneRoom(['Salle 1', 'Salle 2']);
  await book(story, story.practice.martin, 540);
  const setup = (await story.sonia.get('/setup').expect(200)).body;
  const [pool] = setup.pools;
  const retired = (name: string) => ({
    ...{ name: pool.name },
    members: pool.members.map((member: { name: string; active: boolean }) => ({
      ...member,
      active: member.name !== name && member.active,
    })),
  });
  const kept = await story.sonia.put(`/pools/${pool.id}`, retired('Salle 1'), pool.version);
  expect([kept.status, kept.body.code]).toEqual([409, 'pool.member_has_visits']);
  expect(kept.body.details).toEqual({ name: 'Salle 1', visits: 1, firstDay: tuesday });
  const gone = await story.sonia.put(`/pools/${pool.id}`, retired('Salle 2'), pool.version);
  expect(gone.status).toBe(200);
  expect((await book(story, story.practice.leroy, 540)).body.code).toBe('appointment.need_not_free');
  const stale = await story.sonia.put(`/pools/${pool.id}`, retired(''), pool.version);
  expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
});

test('a pool of another practice, or a name already taken, is refused; the desk does not change rooms', async () => {
  const story = await oneRoom();
  const other = await oneRoom();
  const members = [{ id: other.members[0]?.id, kind: 'room', name: 'Salle', shortName: 'Salle', active: true }];
  const { pools } = (await story.sonia.get('/setup')).body;
  const foreign = await story.sonia.put(`/pools/${pools[0].id}`, { name: 'Salles', members }, pools[0].version);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'resource.not_found']);
  const fresh = { name: 'Salles de soins', members: [{ ...members[0], id: null }] };
  const twin = await story.sonia.post('/pools', fresh);
  expect([twin.status, twin.body.code]).toEqual([409, 'pool.name_taken']);
  expect((await story.lea.post('/pools', { ...fresh, name: 'Autres' })).status).toBe(403);
});

test('forty bookings of eight practitioners for the one room on a full table: one wins, the others are told why', async () => {
  const story = await oneRoom();
  const { practice } = story;
  const columns = [practice.martin, practice.leroy];
  for (let n = 3; n <= 8; n += 1) columns.push(await t.given.column(practice, `Dr ${n}`, 'A', `D${n}`, n));
  await changeMotif(story.sonia, practice.consultation, { resourceIds: columns.map(({ resourceId }) => resourceId) });
  await givenFullYear(t, practice, practice.martin);
  await givenFullYear(t, practice, practice.leroy);
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, n) => book(story, columns[n % 8] ?? practice.martin, 540 + 5 * (n % 3))),
  );
  const losers = replies.filter(({ status }) => status !== 201);
  expect(replies.length - losers.length).toBe(1);
  for (const { status, body } of losers) {
    expect(status).toBe(409);
    const codes = body.details.refusals.map(({ code }: { code: string }) => code);
    expect(codes).toContain('appointment.need_not_free');
  }
});

test('two pools asked for in opposite orders never wait for each other', async () => {
  const story = await t.given.deskWithTwoSecretaries();
  const { practice, sonia } = story;
  const rooms = await givenPool(sonia, 'Salles', ['Salle 1']);
  const scanners = await givenPool(sonia, 'Échographes', ['Écho 1']);
  const need = ({ id: poolId }: { id: string }) => ({ poolId, beforeMin: 0, afterMin: 0 });
  await changeMotif(sonia, practice.consultation, { needs: [need(rooms), need(scanners)] });
  await changeMotif(sonia, practice.firstVisit, { needs: [need(scanners), need(rooms)] });
  const replies = await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      n % 2
        ? book(story, practice.martin, 540 + 20 * (n % 6), { motifId: practice.firstVisit, durationMin: 20 })
        : book(story, practice.leroy, 540 + 20 * (n % 6)),
    ),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
  // Six starts of twenty minutes: each was given to exactly one.
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(6);
});

test('every place on offer can be booked, with preparation, cleaning, rooms and emergencies in the way', async () => {
  const story = await oneRoom(['Salle 1', 'Salle 2']);
  const { practice, lea, sonia } = story;
  await changeMotif(sonia, practice.consultation, { beforeMin: 5, afterMin: 10, gridMin: 15 });
  await t.given.within(practice, () =>
    t.owner.query(
      `update opening_rule set label = 'urgent' where practice_id = $1 and resource_id = $2 and isodow = 2`,
      [practice.id, practice.leroy.resourceId],
    ),
  );
  let seed = 20_260_303;
  const dice = (sides: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * sides);
  };
  const offered = new Set<string>();
  for (let turn = 0; turn < 24; turn += 1) {
    const question = { durationMin: 15 + 5 * dice(6), motifId: practice.consultation, fromDay: tuesday, limit: 6 };
    const { slots } = (await lea.post('/free-slots', { ...question, fromMin: 480 + 60 * dice(4) }).expect(200)).body;
    const slot = slots[dice(slots.length)];
    offered.add(`${slot.resourceId} ${slot.day}`);
    const column = slot.resourceId === practice.martin.resourceId ? practice.martin : practice.leroy;
    const { day, startMin, endMin } = slot;
    const booked = await book(story, column, startMin, { day, durationMin: endMin - startMin });
    expect([booked.status, booked.body.code]).toEqual([201, undefined]);
  }
  expect(offered).toContain(`${practice.martin.resourceId} ${tuesday}`);
  expect(offered).not.toContain(`${practice.leroy.resourceId} ${tuesday}`);
});

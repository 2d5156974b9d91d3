import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DayView } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import { freeStarts } from '@pupitre/shared/planning/availability';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { HoldView } from '@pupitre/shared/planning/hold.contract';
import { subtractIntervals } from '@pupitre/shared/planning/interval';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { practiceDay, reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { freeOf, takenMinutes } from '@pupitre/shared/planning/taken-minutes';
import { columnHours } from '@pupitre/shared/practices/column-hours';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { Desk } from '../../../test/desk.js';
import { changeMotif, givenPool } from '../../../test/given-rooms.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

/** What a desk has read to draw the day: the very answers, by the very function of the grid. */
async function drawn(desk: Desk, day: string) {
  const answer = async <T>(path: string) => (await desk.get(path).expect(200)).body as T;
  const setup = await answer<PracticeSetup>('/setup');
  const { appointments } = await answer<DayView>(`/days/${day}`);
  const { meetings } = await answer<{ meetings: MeetingView[] }>(`/days/${day}/meetings`);
  const { holds } = await answer<{ holds: HoldView[] }>(`/days/${day}/holds`);
  const takings = [
    ...appointments.filter(({ status }) => isActive(status)),
    ...meetings,
    ...holds.filter(({ isMine }) => !isMine),
  ];
  const starts = (resourceId: string) => {
    const question = { ...columnHours(setup, resourceId), day };
    const free = freeOf(resourceId, practiceDay(question).open, takings);
    return freeStarts(subtractIntervals(free, reservedIntervals(question)), 5, 5, 0);
  };
  return { setup, takings, starts };
}

/** What the finder gives of a column on a day: every five minutes that are free. */
async function found(desk: Desk, resourceId: string, day: string): Promise<number[]> {
  const starts: number[] = [];
  for (let skip = 0; ; skip += 30) {
    const asked = { durationMin: 5, resourceIds: [resourceId], fromDay: day, toDay: day, limit: 30, skip };
    const { slots } = (await desk.post('/free-slots', asked).expect(200)).body as { slots: FreeSlotView[] };
    starts.push(...slots.map(({ startMin }) => startMin));
    if (slots.length < 30) return starts;
  }
}

/** A day with all that takes time, whose motif keeps other margins since. */
async function filledDay() {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy, consultation } = practice;
  const { id: poolId, members } = await givenPool(sonia, 'Salles', ['Salle 1', 'Salle 2', 'Salle 3']);
  const keeping = (beforeMin: number, afterMin: number, afterRoomMin: number) =>
    changeMotif(sonia, consultation, {
      ...{ beforeMin, afterMin, needs: [{ poolId, beforeMin: 0, afterMin: afterRoomMin }] },
    });
  await keeping(5, 10, 15);
  const book = async (resourceId: string, startMin: number, part: object = {}) => {
    const patient = await t.given.patient(practice);
    const form = { resourceId, motifId: consultation, patientId: patient.id, day: tuesday, startMin, durationMin: 15 };
    return (await lea.post('/appointments', { ...form, ...part }).expect(201)).body.appointment;
  };
  await book(martin.resourceId, 500);
  await book(martin.resourceId, 505, { override: { codes: ['appointment.slot_taken'], reason: 'Fièvre' } });
  const gone = await book(leroy.resourceId, 500);
  await lea.act(`/appointments/${gone.id}/cancel`, gone.version, { by: 'patient' }).expect(200);
  await book(leroy.resourceId, 560);
  const session = { title: 'École du dos', resourceId: martin.resourceId, motifId: consultation, capacity: 4 };
  const when = { day: tuesday, startMin: 600, durationMin: 45 };
  const { id } = (await lea.post('/group-sessions', { ...session, ...when }).expect(201)).body;
  await lea.post(`/group-sessions/${id}/seats`, { patientId: (await t.given.patient(practice)).id }).expect(201);
  const both = [martin.resourceId, leroy.resourceId];
  await lea
    .post('/staff-meetings', { title: 'Réunion', resourceIds: both, day: tuesday, startMin: 840, durationMin: 30 })
    .expect(201);
  const hold = { resourceId: leroy.resourceId, motifId: consultation, day: tuesday, durationMin: 20 };
  await sonia.put(`/holds/${randomUUID()}`, { ...hold, startMin: 930 }).expect(200);
  await lea.put(`/holds/${randomUUID()}`, { ...hold, startMin: 990 }).expect(200);
  await keeping(20, 0, 0);
  return { practice, lea, members };
}

test('what the grid draws as free is what the finder gives: margins of then, sessions, meetings, holds, rajouts', async () => {
  const { practice, lea } = await filledDay();
  const { starts } = await drawn(lea, tuesday);
  for (const { resourceId } of [practice.martin, practice.leroy]) {
    expect(starts(resourceId)).toEqual(await found(lea, resourceId, tuesday));
  }
  // The session keeps the minutes its motif kept when it was opened.
  expect(starts(practice.martin.resourceId).filter((at) => at >= 580 && at < 670)).toEqual([
    580, 585, 590, 655, 660, 665,
  ]);
});

test('rooms are taken by visits, sessions and holds alike, for as long as their claims say', async () => {
  const { practice, lea, members } = await filledDay();
  const { takings } = await drawn(lea, tuesday);
  const taken = members.flatMap(({ id }) => takenMinutes(String(id), takings)).sort((a, b) => a.startMin - b.startMin);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(
      `select (extract(epoch from c.starts_at at time zone 'Europe/Paris' - $2::date) / 60)::int as "startMin",
          (extract(epoch from c.ends_at at time zone 'Europe/Paris' - $2::date) / 60)::int as "endMin"
         from claim c join resource r on r.practice_id = c.practice_id and r.id = c.resource_id and r.kind = 'room'
         left join hold h on h.practice_id = c.practice_id and h.id = c.hold_id
        where c.practice_id = $1 and (c.hold_id is null or h.holder_name <> 'Léa BERNARD') order by c.starts_at`,
      [practice.id, tuesday],
    ),
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(taken).toEqual(rows);
});

test('by the clock of another site, they agree too', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  await t.given.within(practice, () =>
    t.owner.query(`update site set zone = 'America/Martinique' where practice_id = $1`, [practice.id]),
  );
  await changeMotif(sonia, practice.consultation, { beforeMin: 10, afterMin: 5 });
  const { resourceId } = practice.martin;
  const form = { resourceId, motifId: practice.consultation, day: tuesday, durationMin: 15 };
  for (const startMin of [540, 840]) {
    const patient = await t.given.patient(practice);
    await lea.post('/appointments', { ...form, patientId: patient.id, startMin }).expect(201);
  }
  await sonia.put(`/holds/${randomUUID()}`, { ...form, startMin: 600 }).expect(200);
  await changeMotif(sonia, practice.consultation, { beforeMin: 0, afterMin: 0 });
  const { starts } = await drawn(lea, tuesday);
  expect(starts(resourceId)).toEqual(await found(lea, resourceId, tuesday));
  expect(starts(resourceId)).not.toContain(590);
});

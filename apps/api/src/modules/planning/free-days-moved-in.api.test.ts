import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { Desk } from '../../../test/desk.js';
import { AgendaMover, calendarOf } from '../../../test/given-agenda.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { FreeDaysUpkeep } from './free-days.upkeep.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());

const tuesday = '2026-03-03';

async function firstOf(desk: Desk, resourceId: string): Promise<FreeSlotView | undefined> {
  const question = { durationMin: 15, resourceIds: [resourceId], fromDay: tuesday, limit: 1 };
  return (await desk.post('/free-slots', question).expect(200)).body.slots[0];
}

test('what is kept of free days follows an agenda moved in, and taken back', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  await t.given.patient(practice, { birthName: 'DUPONT', firstName: 'Marie', sex: 'F' });
  const { resourceId } = practice.martin;
  await t.app.get(FreeDaysUpkeep).run(practice.id);
  const { mover, checkFor } = agendaOf(sonia);
  const { id } = await checkFor(resourceId, practice.consultation);
  expect((await mover.commit(id)).state).toBe('committed');
  expect((await firstOf(sonia, resourceId))?.day).toBe('2026-03-04');
  expect(await untrueDays(practice.id)).toBe(0);
  await mover.undo(id);
  expect(await firstOf(sonia, resourceId)).toMatchObject({ day: tuesday, startMin: 480 });
  expect(await untrueDays(practice.id)).toBe(0);
});

function agendaOf(desk: Desk) {
  const agenda = new AgendaMover(desk);
  const day = calendarOf(
    { uid: 'a@old', start: '20260303T080000', minutes: 240 },
    { uid: 'b@old', start: '20260303T140000', minutes: 240 },
    { uid: 'c@old', start: '20260303T150000' },
  );
  return {
    mover: agenda.mover,
    checkFor: (resourceId: string, motifId: string) => agenda.checkFor(day, resourceId, motifId),
  };
}

/** Every day computed again, as at night; the worker may have been there first, and says in the log what it mended. */
async function untrueDays(practiceId: string): Promise<number> {
  const before = t.clock.now();
  t.clock.moveTo(new Date('2026-03-03T03:20:00+01:00'));
  const mended = await t.app
    .get(FreeDaysUpkeep)
    .run(practiceId)
    .finally(() => t.clock.moveTo(before));
  return mended + t.logLines.filter((line) => line.includes('free days were not true')).length;
}

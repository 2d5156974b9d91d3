import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hashToken } from '../../platform/http/endpoint-request.js';
import { PracticeAgendas } from './practices.public.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** Asks as another module would: inside the transaction of that person's request. */
function asked<T>(desk: Desk, question: (agendas: PracticeAgendas) => Promise<T>): Promise<T> {
  const context = { sessionHash: hashToken(desk.token).toString('hex'), practiceId: desk.practiceId, readOnly: true };
  return t.app.get(UnitOfWork).run(context, () => question(t.app.get(PracticeAgendas, { strict: false })));
}

const longAgo = new Date('2026-01-01T00:00:00Z');

test('columns come with their rules and the absences still to end', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const absence = { resourceId: martin.resourceId, fromMin: 0, toMin: 720, reason: 'sick', note: '' };
  await lea.post('/absences', { ...absence, fromDay: '2026-03-03', toDay: '2026-03-03' }).expect(201);
  const [first, second] = await asked(lea, (agendas) => agendas.columns(null, longAgo));
  expect(first).toMatchObject({
    id: martin.resourceId,
    practitionerId: martin.practitionerId,
    active: true,
    position: 1,
  });
  expect(first?.rules).toHaveLength(10);
  expect(first?.absences).toMatchObject([{ endsAt: '2026-03-03T11:00:00.000Z', reason: 'sick' }]);
  expect(second).toMatchObject({ id: practice.leroy.resourceId, absences: [] });
  const later = new Date('2026-03-03T11:00:00Z');
  const only = await asked(lea, (agendas) => agendas.columns([martin.resourceId], later));
  expect(only).toMatchObject([{ id: martin.resourceId, absences: [] }]);
});

test('a remote secretary gets the columns lent to her, whatever is asked', async () => {
  const practice = await t.given.practice();
  const { martin, leroy } = practice;
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
  const all = await asked(remote, (agendas) => agendas.columns(null, longAgo));
  expect(all.map(({ id }) => id)).toEqual([leroy.resourceId]);
  expect(await asked(remote, (agendas) => agendas.columns([martin.resourceId], longAgo))).toEqual([]);
});

test('zones and motifs are those of the practice in hand', async () => {
  const practice = await t.given.practice({ zone: 'Indian/Reunion', holidayZone: 'FR-RE' });
  const { practice: other } = await t.given.deskWithTwoSecretaries();
  const desk = await t.given.desk(practice);
  expect(await asked(desk, (agendas) => agendas.zones())).toEqual({ zone: 'Indian/Reunion', holidayZone: 'FR-RE' });
  expect(await asked(desk, (agendas) => agendas.motif(practice.firstVisit))).toMatchObject({
    name: '1re consultation',
    active: true,
    minutes: 20,
    resourceIds: [practice.martin.resourceId],
  });
  expect(await asked(desk, (agendas) => agendas.motif(other.firstVisit))).toBeNull();
});

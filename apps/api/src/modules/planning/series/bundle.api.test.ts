import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BundledVisit, BundleOffer } from '@pupitre/shared/planning/bundle.contract';
import type { Desk } from '../../../../test/desk.js';
import type { GivenPatient, GivenPractice } from '../../../../test/given.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function family() {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const people = [];
  for (const firstName of ['Aïcha', 'Inès', 'Noé']) {
    people.push(await t.given.patient(practice, { usedName: 'BENALI', firstName }));
  }
  const [mother, ines, noe] = people as [GivenPatient, GivenPatient, GivenPatient];
  return { practice, lea, sonia, mother, ines, noe };
}

const search = async (desk: Desk, body: object): Promise<BundleOffer[]> =>
  (await desk.post('/bundles/search', body).expect(200)).body.offers;
const consultations = (practice: GivenPractice, patients: readonly GivenPatient[]) =>
  patients.map(({ id }) => ({ motifId: practice.consultation, patientId: id }));
const told = ({ places }: BundleOffer) => places.map(({ day, startMin, endMin }) => `${day} ${startMin}-${endMin}`);
const bookingOf = (
  kind: string,
  steps: readonly { motifId: string; patientId: string }[],
  { places }: BundleOffer,
) => ({
  kind,
  visits: places.map(({ endMin, ...place }, at) => ({ ...steps[at], ...place, durationMin: endMin - place.startMin })),
});

async function taken(
  desk: Desk,
  practice: GivenPractice,
  column: 'martin' | 'leroy',
  startMin: number,
  durationMin: number,
) {
  const patient = await t.given.patient(practice);
  const place = { resourceId: practice[column].resourceId, day: '2026-03-03', startMin, durationMin };
  const reply = await desk.post('/appointments', { ...place, motifId: practice.consultation, patientId: patient.id });
  expect(reply.status).toBe(201);
}

test('a mother and two children are offered consecutive places with one practitioner, booked and undone as one', async () => {
  const { practice, lea, mother, ines, noe } = await family();
  await taken(lea, practice, 'martin', 495, 200);
  await taken(lea, practice, 'leroy', 510, 210);
  const steps = consultations(practice, [mother, ines, noe]);
  const asked = { steps, sameColumn: true, maxGapMin: 0, fromDay: '2026-03-03', limit: 2 };
  const offers = await search(lea, asked);
  expect(offers.map(told)).toEqual([
    ['2026-03-03 840-855', '2026-03-03 855-870', '2026-03-03 870-885'],
    ['2026-03-03 885-900', '2026-03-03 900-915', '2026-03-03 915-930'],
  ]);
  const [first] = offers as [BundleOffer];
  expect(new Set(first.places.map(({ resourceId }) => resourceId)).size).toBe(1);
  const reply = await lea.post('/bundles', bookingOf('family', steps, first)).expect(201);
  const { bundleId, visits, act } = reply.body;
  expect(act).toMatchObject({ kind: 'family_booked', params: { count: '3' } });
  expect(visits.map(({ patient }: BundledVisit) => patient.firstName)).toEqual(['Aïcha', 'Inès', 'Noé']);
  const day = (await lea.get('/days/2026-03-03')).body.appointments;
  expect(day.filter((card: { bundleId: string }) => card.bundleId === bundleId)).toHaveLength(3);
  expect((await search(lea, asked)).map(told)[0]?.[0]).not.toBe('2026-03-03 840-855');
  await lea.post(`/acts/${act.id}/undo`).expect(200);
  expect((await search(lea, asked)).map(told)[0]?.[0]).toBe('2026-03-03 840-855');
});

test('one visit then another elsewhere, the wait within what was asked, never both at once', async () => {
  const { practice, lea, mother } = await family();
  await taken(lea, practice, 'martin', 480, 60);
  const steps = [
    { motifId: practice.firstVisit, patientId: mother.id },
    { motifId: practice.consultation, patientId: mother.id, resourceIds: [practice.leroy.resourceId] },
  ];
  const near = { steps, fromDay: '2026-03-03', minGapMin: 10, maxGapMin: 30, limit: 1 };
  const [offer] = (await search(lea, near)) as [BundleOffer];
  expect(told(offer)).toEqual(['2026-03-03 540-560', '2026-03-03 570-585']);
  expect(offer.places.map(({ resourceId }) => resourceId)).toEqual([
    ...[practice.martin.resourceId, practice.leroy.resourceId],
  ]);
  await lea.post('/bundles', bookingOf('chain', steps, offer)).expect(201);
  // She is taken then: the same chain is offered to her elsewhere.
  const [later] = (await search(lea, near)) as [BundleOffer];
  expect(told(later)[0]).toBe('2026-03-03 585-605');
});

test('one place gone refuses all of them, with which one', async () => {
  const { practice, lea, sonia, mother, ines } = await family();
  const steps = consultations(practice, [mother, ines]);
  const [offer] = (await search(lea, { steps, sameColumn: true, maxGapMin: 0, fromDay: '2026-03-03' })) as [
    BundleOffer,
  ];
  await taken(sonia, practice, 'martin', 495, 15);
  const reply = await lea.post('/bundles', bookingOf('family', steps, offer));
  expect([reply.status, reply.body.code, reply.body.details]).toEqual([
    ...[409, 'bundle.place_refused', { at: 1, codes: ['appointment.slot_taken'] }],
  ]);
  expect((await lea.get('/days/2026-03-03')).body.appointments).toHaveLength(1);
});

test('two desks on one block: one family sits there', async () => {
  const { practice, lea, sonia, mother, ines } = await family();
  const steps = consultations(practice, [mother, ines]);
  const asked = { steps, sameColumn: true, maxGapMin: 0, fromDay: '2026-03-03', limit: 1 };
  const [offer] = (await search(lea, asked)) as [BundleOffer];
  const reversed = { ...bookingOf('family', steps, offer) };
  reversed.visits = [...reversed.visits].reverse();
  const replies = await Promise.all([
    lea.post('/bundles', bookingOf('family', steps, offer)),
    sonia.post('/bundles', reversed),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('cancelling one leaves the others, or takes them along, as asked', async () => {
  const { practice, lea, mother, ines, noe } = await family();
  const steps = consultations(practice, [mother, ines, noe]);
  const [offer] = (await search(lea, { steps, sameColumn: true, maxGapMin: 0, fromDay: '2026-03-03' })) as [
    BundleOffer,
  ];
  const { bundleId, visits } = (await lea.post('/bundles', bookingOf('family', steps, offer)).expect(201)).body;
  const seen = (some: readonly BundledVisit[]) => some.map(({ id, version }) => ({ id, version }));
  const cancel = (some: readonly BundledVisit[]) =>
    lea.post(`/bundles/${bundleId}/cancel`, { visits: seen(some), by: 'patient', reason: 'Malades' });
  const one = await cancel(visits.slice(2)).expect(200);
  expect(one.body.visits.map(({ status }: BundledVisit) => status)).toEqual(['booked', 'booked', 'cancelled']);
  const rest = await cancel(visits.slice(0, 2)).expect(200);
  expect(rest.body.act).toMatchObject({ kind: 'family_cancelled', params: { count: '2' } });
  expect((await cancel(visits.slice(0, 1))).status).toBe(412);
  await lea.post(`/acts/${rest.body.act.id}/undo`).expect(200);
  const read = (await lea.get(`/bundles/${bundleId}`).expect(200)).body;
  expect(read.visits.map(({ status }: BundledVisit) => status)).toEqual(['booked', 'booked', 'cancelled']);
});

test('a visit that began is not cancelled with the others: none is', async () => {
  const { practice, lea, mother, ines } = await family();
  const steps = consultations(practice, [mother, ines]);
  const [offer] = (await search(lea, { steps, sameColumn: true, maxGapMin: 0, fromDay: '2026-03-03' })) as [
    BundleOffer,
  ];
  const { bundleId, visits } = (await lea.post('/bundles', bookingOf('family', steps, offer)).expect(201)).body;
  const [first, second] = visits as [BundledVisit, BundledVisit];
  await t.given.within(practice, () =>
    t.owner.query(`update appointment set status = 'in_consultation' where practice_id = $1 and id = $2`, [
      ...[practice.id, first.id],
    ]),
  );
  const seen = [
    { id: first.id, version: first.version },
    { id: second.id, version: second.version },
  ];
  const reply = await lea.post(`/bundles/${bundleId}/cancel`, { visits: seen, by: 'patient', reason: '' });
  expect([reply.status, reply.body.code]).toEqual([409, 'appointment.transition_refused']);
  const read = (await lea.get(`/bundles/${bundleId}`).expect(200)).body;
  expect(read.visits.map(({ status }: BundledVisit) => status)).toEqual(['in_consultation', 'booked']);
});

test('another practice, and columns that are not lent, answer as nothing', async () => {
  const { practice, lea, mother, ines } = await family();
  const elsewhere = await t.given.deskWithTwoSecretaries();
  const steps = consultations(practice, [mother, ines]);
  const [offer] = (await search(lea, { steps, sameColumn: true, maxGapMin: 0, fromDay: '2026-03-03' })) as [
    BundleOffer,
  ];
  const { bundleId } = (await lea.post('/bundles', bookingOf('family', steps, offer)).expect(201)).body;
  await elsewhere.lea.get(`/bundles/${bundleId}`).expect(404);
  await elsewhere.lea.post('/bundles', bookingOf('family', steps, offer)).expect(404);
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [practice.leroy.resourceId] });
  await remote.get(`/bundles/${bundleId}`).expect(404);
  const lent = await search(remote, { steps, fromDay: '2026-03-04', limit: 5 });
  expect(new Set(lent.flatMap(({ places }) => places.map(({ resourceId }) => resourceId)))).toEqual(
    new Set([practice.leroy.resourceId]),
  );
  await lea.post('/bundles/search', { steps: steps.slice(1), fromDay: '2026-03-04' }).expect(422);
  await lea.post('/bundles/search', { steps, fromDay: '2026-03-04', minGapMin: 40, maxGapMin: 10 }).expect(422);
});

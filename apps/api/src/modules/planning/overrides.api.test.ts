import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '@pupitre/shared/access/roles';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { changeMotif, givenPool } from '../../../test/given-rooms.js';
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
  readonly patient: { readonly id: string };
}

async function begin(): Promise<Story> {
  const story = await t.given.deskWithTwoSecretaries();
  return { ...story, patient: await t.given.patient(story.practice) };
}

const request = ({ practice, patient }: Story, part: object = {}) => ({
  ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
  ...{ day: tuesday, startMin: 540, durationMin: 15, ...part },
});

/** Somebody else stands at nine. */
async function takeNine(story: Story, part: object = {}): Promise<void> {
  const { id: patientId } = await t.given.patient(story.practice);
  await story.lea.post('/appointments', request(story, { patientId, ...part })).expect(201);
}

const setRule = (part: Partial<MotifView>) => (story: Story) =>
  changeMotif(story.sonia, story.practice.consultation, part);

async function needRoom(story: Story): Promise<void> {
  const { id: poolId } = await givenPool(story.sonia, 'Salles', ['Salle 1']);
  await changeMotif(story.sonia, story.practice.consultation, { needs: [{ poolId, beforeMin: 0, afterMin: 0 }] });
  await takeNine(story, { resourceId: story.practice.leroy.resourceId });
}

async function useUpRajouts(story: Story): Promise<void> {
  await setRule({ rajouts: 0 })(story);
  await takeNine(story);
}

async function beAbsent({ lea, practice }: Story): Promise<void> {
  const span = { fromDay: tuesday, fromMin: 480, toDay: tuesday, toMin: 720, reason: 'training', note: '' };
  await lea.post('/absences', { resourceId: practice.martin.resourceId, ...span }).expect(201);
}

async function reserve({ practice }: Story): Promise<void> {
  await t.given.within(practice, () =>
    t.owner.query(
      `update opening_rule set label = 'urgent' where practice_id = $1 and resource_id = $2 and isodow = 2 and start_min = 480`,
      [practice.id, practice.martin.resourceId],
    ),
  );
}

const know = async (story: Story): Promise<void> => {
  await story.lea.post('/appointments', request(story, { startMin: 900 })).expect(201);
};

const desk: readonly Role[] = ['secretary', 'coordinator'];
const agendaHands: readonly Role[] = ['secretary', 'coordinator', 'remote_secretary', 'nurse'];

interface Case {
  readonly given: (story: Story) => Promise<unknown>;
  readonly asks?: object;
  /** All the codes to pass over: those of the place. */
  readonly codes: readonly string[];
  readonly passes: readonly Role[];
}

const cases: Readonly<Record<string, Case>> = {
  'a place somebody has': { given: takeNine, codes: ['slot_taken'], passes: desk },
  'a half-day whose rajouts are used up': {
    ...{ given: useUpRajouts, codes: ['slot_taken', 'rajouts_used_up'], passes: ['coordinator'] },
  },
  'time kept for emergencies': { given: reserve, codes: ['reserved_for_urgent'], passes: desk },
  'a patient who is elsewhere then': {
    given: (story) =>
      story.lea.post('/appointments', request(story, { resourceId: story.practice.leroy.resourceId })).expect(201),
    ...{ codes: ['patient_busy'], passes: agendaHands },
  },
  'a motif not taken on the phone': {
    ...{ given: setRule({ channels: ['desk'] }), codes: ['channel_not_offered'], passes: agendaHands },
  },
  'a motif for new patients': {
    given: async (story) => {
      await setRule({ patients: 'new' })(story);
      await changeMotif(story.sonia, story.practice.firstVisit, { patients: 'all' });
      await story.lea
        .post('/appointments', request(story, { motifId: story.practice.firstVisit, startMin: 900, durationMin: 20 }))
        .expect(201);
    },
    ...{ codes: ['new_patients_only'], passes: agendaHands },
  },
  'a motif for known patients': {
    ...{ given: setRule({ patients: 'known' }), codes: ['known_patients_only'], passes: agendaHands },
  },
  'no room left': { given: needRoom, codes: ['need_not_free'], passes: desk },
  'closed time': {
    ...{ given: know, asks: { startMin: 740 }, codes: ['outside_opening_hours'], passes: ['coordinator'] },
  },
  'a public holiday': {
    ...{ given: know, asks: { day: '2026-05-01' }, codes: ['public_holiday'], passes: ['coordinator'] },
  },
  'an absence': { given: beAbsent, codes: ['practitioner_absent'], passes: ['coordinator'] },
};

const roles: readonly Role[] = ['secretary', 'coordinator', 'remote_secretary', 'nurse'];

describe.each(Object.entries(cases))('%s', (_, { given, asks = {}, codes, passes }) => {
  test.each(roles)('is told to a %s, who passes over it with a reason or is refused all the same', async (role) => {
    const story = await begin();
    await given(story);
    const { resourceId } = story.practice.martin;
    const asking = await t.given.desk(story.practice, [role], {
      ...(role === 'remote_secretary' && { lentResourceIds: [resourceId, story.practice.leroy.resourceId] }),
    });
    const wanted = request(story, asks);
    const told = await asking.post('/appointments', wanted);
    expect(told.status).toBe(409);
    const full = codes.map((code) => `appointment.${code}`);
    const { refusals } = told.body.details;
    expect(refusals.map(({ code }: { code: string }) => code).sort()).toEqual([...full].sort());
    expect(refusals.every(({ mayOverride }: { mayOverride: boolean }) => mayOverride)).toBe(passes.includes(role));

    const silent = await asking.post('/appointments', { ...wanted, override: { codes: full, reason: ' ' } });
    // Of what one may not pass over, what one may is no longer the first told.
    const stillInTheWay = passes.includes(role) ? ['appointment.reason_missing'] : full;
    expect(stillInTheWay).toContain(silent.body.code);
    const passed = await asking.post('/appointments', { ...wanted, override: { codes: full, reason: 'Accord du Dr' } });
    expect(passed.status).toBe(passes.includes(role) ? 201 : 409);
    if (passed.status !== 201) return;
    const journal = await story.lea.get(`/appointments/${passed.body.appointment.id}`);
    const { overridden, reason } = journal.body.events[0].details;
    expect(overridden.split(' ').sort()).toEqual([...full].sort());
    expect(reason).toBe('Accord du Dr');
    expect(passed.body.appointment.rajoutReason).toBe(codes.includes('slot_taken') ? 'Accord du Dr' : null);
  });
});

test.each([
  ['yesterday', { day: '2026-03-01' }, 'appointment.in_the_past'],
  ['three years ahead', { day: '2029-03-05' }, 'appointment.too_far'],
  ['a motif the column does not offer', { motif: 'firstVisit' }, 'appointment.motif_not_offered'],
])('nobody passes over %s', async (_, asks, code) => {
  const story = await begin();
  const { motif, ...part } = asks as { motif?: 'firstVisit' };
  const { practice, sonia } = story;
  const elsewhere = motif ? { motifId: practice.firstVisit, resourceId: practice.leroy.resourceId } : {};
  const override = { codes: [code], reason: 'Quand même' };
  const reply = await sonia.post('/appointments', request(story, { ...part, ...elsewhere, override }));
  expect([reply.status, reply.body.code]).toEqual([409, code]);
  const told = reply.body.details.refusals.find((refusal: { code: string }) => refusal.code === code);
  expect(told).toMatchObject({ overridableWith: null, mayOverride: false });
});

test('an override of one refusal does not pass over another that came meanwhile', async () => {
  const story = await begin();
  await takeNine(story);
  await setRule({ rajouts: 0 })(story);
  const override = { codes: ['appointment.slot_taken'], reason: 'Accord du Dr' };
  const reply = await story.sonia.post('/appointments', request(story, { override }));
  expect([reply.status, reply.body.code]).toEqual([409, 'appointment.rajouts_used_up']);
});

test('an urgent visit takes the time kept for emergencies without a reason, and a search never offers it to others', async () => {
  const story = await begin();
  await reserve(story);
  const { lea, practice } = story;
  const question = { durationMin: 15, motifId: practice.consultation, resourceIds: [practice.martin.resourceId] };
  const found = await lea.post('/free-slots', { ...question, fromDay: tuesday, limit: 1 });
  expect(found.body.slots[0]).toMatchObject({ day: tuesday, startMin: 840 });
  await lea.post('/appointments', request(story, { urgent: true })).expect(201);
});

test('twelve rajouts racing for one place of a motif that allows three: three stand beside, each in its own lane', async () => {
  const story = await begin();
  await setRule({ rajouts: 3 })(story);
  await takeNine(story);
  const patients = await Promise.all(Array.from({ length: 12 }, () => t.given.patient(story.practice)));
  const override = { codes: ['appointment.slot_taken'], reason: 'Accord du Dr' };
  const replies = await Promise.all(
    patients.map(({ id: patientId }) => story.lea.post('/appointments', request(story, { patientId, override }))),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
  const losers = replies.filter(({ status }) => status !== 201);
  expect(new Set(losers.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
    new Set(['409 appointment.rajouts_used_up']),
  );
  const lanes = await t.given.within(story.practice, () =>
    t.owner.query('select lane from claim where practice_id = $1 order by lane', [story.practice.id]),
  );
  expect(lanes.rows.map(({ lane }) => lane)).toEqual([0, 1, 2, 3]);
});

test('a rajout moved to a free place stands alone; undoing puts it back beside, in its lane, with its reason', async () => {
  const story = await begin();
  await takeNine(story);
  const override = { codes: ['appointment.slot_taken'], reason: 'Même famille' };
  const { appointment } = (await story.lea.post('/appointments', request(story, { override })).expect(201)).body;
  const place = { resourceId: story.practice.martin.resourceId, day: tuesday, startMin: 660, durationMin: 15 };
  const moved = await story.lea.act(`/appointments/${appointment.id}/move`, 1, place);
  expect(moved.body.appointment.rajoutReason).toBeNull();
  const undone = await story.lea.post(`/acts/${moved.body.act.id}/undo`);
  expect(undone.body.appointment).toMatchObject({ startMin: 540, rajoutReason: 'Même famille' });
  const lane = await t.given.within(story.practice, () =>
    t.owner.query('select lane, reason from claim where practice_id = $1 and appointment_id = $2', [
      story.practice.id,
      appointment.id,
    ]),
  );
  expect(lane.rows).toEqual([{ lane: 1, reason: 'rajout' }]);
});

test('a cancelled rajout no longer counts, and a longer one stays beside', async () => {
  const story = await begin();
  await setRule({ rajouts: 1 })(story);
  await takeNine(story);
  const override = { codes: ['appointment.slot_taken'], reason: 'Même famille' };
  const { appointment } = (await story.lea.post('/appointments', request(story, { override })).expect(201)).body;
  const place = { resourceId: story.practice.martin.resourceId, day: tuesday, startMin: 540, durationMin: 30 };
  const longer = await story.lea.act(`/appointments/${appointment.id}/move`, 1, place);
  expect(longer.body.appointment).toMatchObject({ endMin: 570, rajoutReason: 'Même famille' });
  const { id: patientId } = await t.given.patient(story.practice);
  const another = request(story, { patientId, override });
  expect((await story.lea.post('/appointments', another)).body.code).toBe('appointment.rajouts_used_up');
  await story.lea.act(`/appointments/${appointment.id}/cancel`, 2, { by: 'patient' }).expect(200);
  await story.lea.post('/appointments', another).expect(201);
});

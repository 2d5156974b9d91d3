import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
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

async function book({ practice, lea }: Story, startMin: number, part: object = {}) {
  const { id: patientId } = await t.given.patient(practice);
  const place = { resourceId: practice.martin.resourceId, day: tuesday, startMin, durationMin: 15 };
  return lea.post('/appointments', { ...place, motifId: practice.consultation, patientId, ...part });
}

const moveTo = ({ practice, lea }: Story, { id, version }: { id: string; version: number }, startMin: number) =>
  lea.act(`/appointments/${id}/move`, version, {
    ...{ resourceId: practice.martin.resourceId, day: tuesday, startMin, durationMin: 15 },
  });

const meetAt = ({ practice, lea }: Story, startMin: number) =>
  lea.post('/staff-meetings', {
    ...{ title: 'Réunion', resourceIds: [practice.martin.resourceId] },
    ...{ day: tuesday, startMin, durationMin: 60 },
  });

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('an undo looks at what was done since', () => {
  test('a rajout does not come back beside a meeting set meanwhile', async () => {
    const story = await t.given.deskWithTwoSecretaries();
    const neighbour = (await book(story, 540)).body.appointment;
    const override = { codes: ['appointment.slot_taken'], reason: 'Fièvre' };
    const rajout = (await book(story, 540, { override })).body.appointment;
    const moved = await moveTo(story, rajout, 660);
    await moveTo(story, neighbour, 690).then(({ status }) => expect(status).toBe(200));
    await meetAt(story, 540).then(({ status }) => expect(status).toBe(201));
    const undone = await story.lea.post(`/acts/${moved.body.act.id}/undo`);
    expect(codeOf(undone)).toEqual([409, 'appointment.in_meeting']);
  });

  test('a visit put beside a meeting on purpose comes back beside it', async () => {
    const story = await t.given.deskWithTwoSecretaries();
    await meetAt(story, 540).then(({ status }) => expect(status).toBe(201));
    const override = { codes: ['appointment.in_meeting'], reason: 'Urgence' };
    const beside = await book({ ...story, lea: story.sonia }, 540, { override });
    expect(codeOf(beside)).toEqual([201, undefined]);
    const moved = await moveTo({ ...story, lea: story.sonia }, beside.body.appointment, 660);
    await story.sonia.post(`/acts/${moved.body.act.id}/undo`).expect(200);
  });

  test('a seat does not come back to a session that was cancelled', async () => {
    const story = await t.given.deskWithTwoSecretaries();
    const { practice, lea } = story;
    const form = { title: 'École du dos', resourceId: practice.martin.resourceId, motifId: practice.consultation };
    const group = await lea.post('/group-sessions', {
      ...{ ...form, capacity: 2, day: tuesday, startMin: 540, durationMin: 60 },
    });
    const { id: patientId } = await t.given.patient(practice);
    const { appointment } = (await lea.post(`/group-sessions/${group.body.id}/seats`, { patientId })).body;
    const cancelled = await lea.act(`/appointments/${appointment.id}/cancel`, 1, { by: 'patient' });
    await lea.act(`/meetings/${group.body.id}/cancel`, 1, {}).expect(200);
    expect(codeOf(await lea.post(`/acts/${cancelled.body.act.id}/undo`))).toEqual([409, 'meeting.cancelled']);
    const restored = await lea.act(`/appointments/${appointment.id}/status`, 2, { to: 'booked' });
    expect([restored.status, restored.body.appointment?.meetingId]).toEqual([200, null]);
  });

  test('a patient booked elsewhere meanwhile is not put in two places, by an undo or by « Rétablir »', async () => {
    const story = await t.given.deskWithTwoSecretaries();
    const { practice, lea } = story;
    const { id: patientId } = await t.given.patient(practice);
    const { appointment } = (await book(story, 540, { patientId })).body;
    const cancelled = await lea.act(`/appointments/${appointment.id}/cancel`, 1, { by: 'patient' });
    const other = await book(story, 540, { patientId, resourceId: practice.leroy.resourceId });
    expect(codeOf(await lea.post(`/acts/${cancelled.body.act.id}/undo`))).toEqual([409, 'appointment.patient_busy']);
    const back = () => lea.act(`/appointments/${appointment.id}/status`, 2, { to: 'booked' });
    expect(codeOf(await back())).toEqual([409, 'appointment.patient_busy']);
    await lea.act(`/appointments/${other.body.appointment.id}/cancel`, 1, { by: 'patient' }).expect(200);
    await lea.post(`/acts/${cancelled.body.act.id}/undo`).expect(200);
  });

  test('what stands there by a decision already told comes back: a patient in two places on purpose', async () => {
    const story = await t.given.deskWithTwoSecretaries();
    const { practice, lea } = story;
    const { id: patientId } = await t.given.patient(practice);
    await book(story, 540, { patientId, resourceId: practice.leroy.resourceId });
    const override = { codes: ['appointment.patient_busy'], reason: 'Deux avis' };
    const { appointment } = (await book(story, 540, { patientId, override })).body;
    const moved = await moveTo(story, appointment, 600);
    await lea.post(`/acts/${moved.body.act.id}/undo`).expect(200);
  });
});

test('a rajout is put back beside its neighbour, with the reason it had', async () => {
  const story = await t.given.deskWithTwoSecretaries();
  await book(story, 540);
  const override = { codes: ['appointment.slot_taken'], reason: 'Fièvre' };
  const { appointment } = (await book(story, 540, { override })).body;
  await story.lea.act(`/appointments/${appointment.id}/cancel`, 1, { by: 'patient' }).expect(200);
  const back = await story.lea.act(`/appointments/${appointment.id}/status`, 2, { to: 'booked' });
  expect([back.status, back.body.appointment?.rajoutReason]).toEqual([200, 'Fièvre']);
});

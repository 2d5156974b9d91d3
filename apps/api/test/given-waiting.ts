import type { WaitingEntry, WaitingEvent, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import type { Desk } from './desk.js';
import type { GivenPractice } from './given.js';

export const tuesday = '2026-03-03';

export function wish(practice: GivenPractice, patientId: string, overrides: object = {}) {
  return { patientId, motifId: practice.consultation, durationMin: 15, fromDay: '2026-03-02', ...overrides };
}

export async function waits(desk: Desk, practice: GivenPractice, patientId: string, overrides: object = {}) {
  const reply = await desk.post('/waiting-list', wish(practice, patientId, overrides)).expect(201);
  return reply.body.entry as WaitingEntry;
}

export const place = (practice: GivenPractice, startMin: number, overrides: object = {}) => ({
  resourceId: practice.martin.resourceId,
  day: tuesday,
  startMin,
  durationMin: 15,
  ...overrides,
});

export async function booked(
  desk: Desk,
  practice: GivenPractice,
  patientId: string,
  startMin: number,
  overrides: object = {},
) {
  const body = { ...place(practice, startMin, overrides), motifId: practice.consultation, patientId };
  return (await desk.post('/appointments', body).expect(201)).body.appointment as { id: string; version: number };
}

export async function listed(desk: Desk, query = ''): Promise<WaitingEntry[]> {
  return (await desk.get(`/waiting-list${query}`).expect(200)).body.entries;
}

export const entryNow = async (desk: Desk, id: string) =>
  (await desk.get(`/waiting-list/${id}`).expect(200)).body as { entry: WaitingEntry; events: WaitingEvent[] };

export async function holesOf(desk: Desk, question: object = {}): Promise<WaitingHole[]> {
  const body = { fromDay: tuesday, toDay: tuesday, ...question };
  return (await desk.post('/waiting-list/fits', body).expect(200)).body.holes;
}

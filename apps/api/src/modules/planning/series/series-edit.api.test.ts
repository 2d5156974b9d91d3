import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SeriesPlanView, SeriesView } from '@pupitre/shared/planning/series.contract';
import { booked, deskAndPatient, series, statesOf, taken } from '../../../../test/series-story.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

describe('a series as it is lived', () => {
  async function given() {
    const { practice, lea, sonia, patient } = await deskAndPatient(t);
    const choices = [{ key: '2026-04-06', choice: { kind: 'skip' } }];
    const { seriesId } = (await booked(lea, series(practice, { patient, choices }))).body;
    const read = async (): Promise<SeriesView> => (await lea.get(`/series/${seriesId}`).expect(200)).body;
    return { practice, lea, sonia, patient, seriesId, read };
  }
  const seen = (visits: SeriesView['visits']) =>
    visits.filter(({ isOpen }) => isOpen).map(({ id, version }) => ({ id, version }));

  test('this one and those after it move to another hour, the past stays, one act takes all of it back', async () => {
    const { lea, seriesId, read } = await given();
    const before = await read();
    const pivot = before.visits[4];
    if (!pivot) throw new Error('no fifth visit');
    const body = {
      ...{ appointmentId: pivot.id, scope: 'following', visits: seen(before.visits.slice(4)) },
      ...{ shift: { days: 1, startMin: 600 }, choices: [] },
    };
    const plan: SeriesPlanView = (await lea.post(`/series/${seriesId}/move/preview`, body).expect(200)).body;
    expect(plan.visits).toHaveLength(7);
    expect(statesOf(plan)).toEqual([]);
    const moved = await lea.post(`/series/${seriesId}/move`, { ...body, mark: plan.mark }).expect(200);
    expect(moved.body.act).toMatchObject({ kind: 'series_moved', params: { count: '7' } });
    const after = await read();
    expect(after.visits.map(({ day, startMin }) => `${day} ${startMin}`)).toEqual([
      ...['2026-03-05 870', '2026-03-09 870', '2026-03-12 870', '2026-03-16 870', '2026-03-20 600', '2026-03-24 600'],
      ...['2026-03-27 600', '2026-03-31 600', '2026-04-03 600', '2026-04-10 600', '2026-04-14 600'],
    ]);
    const { events } = (await lea.get(`/appointments/${pivot.id}`)).body;
    expect(events.at(-1)).toMatchObject({ kind: 'moved', details: { scope: 'following', toDay: '2026-03-20' } });
    await lea.post(`/acts/${moved.body.act.id}/undo`).expect(200);
    expect((await read()).visits.map(({ day, startMin }) => [day, startMin])).toEqual(
      before.visits.map(({ day, startMin }) => [day, startMin]),
    );
  });

  test('what a move would meet is said first; one stays, one is passed on to a colleague', async () => {
    const { practice, lea, sonia, seriesId, read } = await given();
    await taken(t, sonia, practice, '2026-03-19', 600);
    await taken(t, sonia, practice, '2026-03-23', 600);
    const { visits } = await read();
    const body = {
      ...{ appointmentId: visits[0]?.id, scope: 'all', visits: seen(visits), shift: { startMin: 600 } },
      choices: [] as { key?: string; choice: object }[],
    };
    const plan: SeriesPlanView = (await lea.post(`/series/${seriesId}/move/preview`, body).expect(200)).body;
    const met = plan.visits.filter(({ state }) => state === 'busy');
    expect(met).toHaveLength(2);
    const undecided = await lea.post(`/series/${seriesId}/move`, { ...body, mark: plan.mark });
    expect([undecided.status, undecided.body.code]).toEqual([409, 'series.undecided']);
    body.choices = [
      { key: met[0]?.key, choice: { kind: 'skip' } },
      { key: met[1]?.key, choice: { kind: 'move', ...met[1]?.wanted, resourceId: practice.leroy.resourceId } },
    ];
    const settled: SeriesPlanView = (await lea.post(`/series/${seriesId}/move/preview`, body).expect(200)).body;
    await lea.post(`/series/${seriesId}/move`, { ...body, mark: settled.mark }).expect(200);
    const after = await read();
    expect(after.visits.find(({ id }) => id === met[0]?.key)).toMatchObject({ day: '2026-03-19', startMin: 870 });
    expect(after.visits.find(({ id }) => id === met[1]?.key)).toMatchObject({
      ...{ day: '2026-03-23', startMin: 600, resourceId: practice.leroy.resourceId },
    });
  });

  test('all that is to come is cancelled at once: those arrived or past stay; undone as one', async () => {
    const { lea, seriesId, read } = await given();
    t.clock.moveTo(new Date('2026-03-12T14:35:00+01:00'));
    try {
      const { visits } = await read();
      expect(visits.map(({ isOpen }) => isOpen)).toEqual([false, false, false, ...Array(8).fill(true)]);
      const body = {
        appointmentId: visits[5]?.id,
        scope: 'all',
        visits: seen(visits),
        by: 'patient',
        reason: 'Guérie',
      };
      const reply = await lea.post(`/series/${seriesId}/cancel`, body).expect(200);
      expect(reply.body.visits).toHaveLength(8);
      const after = await read();
      expect(after.visits.map(({ status }) => status)).toEqual([
        ...Array(3).fill('booked'),
        ...Array(8).fill('cancelled'),
      ]);
      const none = await lea.post(`/series/${seriesId}/cancel`, body);
      expect([none.status, none.body.code]).toEqual([409, 'series.nothing_open']);
      await lea.post(`/acts/${reply.body.act.id}/undo`).expect(200);
      expect(new Set((await read()).visits.map(({ status }) => status))).toEqual(new Set(['booked']));
    } finally {
      t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
    }
  });

  test('a visit changed meanwhile, or another list than the one seen, is stale', async () => {
    const { practice, lea, sonia, seriesId, read } = await given();
    const { visits } = await read();
    const body = { appointmentId: visits[0]?.id, scope: 'all', visits: seen(visits), by: 'patient', reason: '' };
    const target = visits[3];
    if (!target) throw new Error('no fourth visit');
    const elsewhere = { resourceId: practice.martin.resourceId, day: '2026-03-16', startMin: 930, durationMin: 30 };
    await sonia.act(`/appointments/${target.id}/move`, target.version, elsewhere).expect(200);
    expect((await lea.post(`/series/${seriesId}/cancel`, body)).status).toBe(412);
    expect((await lea.post(`/series/${seriesId}/cancel`, { ...body, visits: body.visits.slice(1) })).status).toBe(412);
    expect((await read()).visits.every(({ status }) => status === 'booked')).toBe(true);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { listen } from '../../../test/live-stream.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

const metricsToken = 'a-token-of-the-host-alone';
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ metricsToken });
});
afterAll(() => t.close());

const scrape = (token?: string) => {
  const request = supertest(t.app.getHttpServer()).get('/api/metrics');
  return token === undefined ? request : request.set('authorization', `Bearer ${token}`);
};

test.each([
  ['nothing', undefined],
  ['another token', 'a-token-of-somebody-else'],
  ['the beginning of it', metricsToken.slice(0, -1)],
])('whoever shows %s gets no figure', async (_, token) => {
  const reply = await scrape(token);
  expect([reply.status, reply.text]).toEqual([401, '']);
});

test('without a token of its own the installation has no such page', async () => {
  const other = await startTestApp();
  const reply = await supertest(other.app.getHttpServer()).get('/api/metrics').set('authorization', 'Bearer ');
  expect(reply.status).toBe(404);
  await other.close();
});

test('the figures name routes and states, never a person, a practice or a patient', async () => {
  const practice = await t.given.practice();
  const lea = await t.given.desk(practice);
  const stream = await listen(t.app.getHttpServer(), lea);
  const { body } = await lea.post('/patients', {
    ...{ birthName: 'CANARI', firstName: 'Zoé', sex: 'F', birthDate: '1990-01-01', withoutPhone: true },
  });
  await lea.post('/patients/search', { text: 'canari' });
  await lea.get(`/patients/${body.id}`);
  await lea.get('/no-such-place-CANARI');

  const { status, text, headers } = await scrape(metricsToken);
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toMatch(
    /duration_seconds_count\{method="POST",route="\/api\/practices\/:practiceId\/patients",status="2xx"\} 1/,
  );
  for (const line of [
    'pupitre_live_streams 1',
    'pupitre_database_up 1',
    'pupitre_pool_connections{state="waiting"} 0',
    'pupitre_jobs{state="failed"} 0',
    // The search left a trace, and nothing seals here.
    'pupitre_audit_practices_to_seal 1',
    'pupitre_build{version="test"} 1',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  // Every label that leaves, by its name: a new one is added here on purpose.
  const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, name]) => name));
  const ours = ['method', 'route', 'status', 'le', 'state', 'version'];
  const ofNode = ['major', 'minor', 'patch', 'type', 'kind', 'space'];
  expect([...labels].filter((name) => ![...ours, ...ofNode].includes(name ?? ''))).toEqual([]);
  expect(text).not.toMatch(/canari|Léa|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  stream.stop();
});

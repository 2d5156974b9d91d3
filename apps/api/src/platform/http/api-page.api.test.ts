import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roles } from '@pupitre/shared/access/roles';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import Fastify from 'fastify';
import { pino } from 'pino';
import supertest from 'supertest';
import type { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { DomainError } from '../domain-error.js';
import { serveApiDocs } from './api-docs.js';
import { ProblemFilter } from './problem.filter.js';

let demo: TestApp;
let office: TestApp;
beforeAll(async () => {
  demo = await startTestApp();
  office = await startTestApp({ demo: false });
});
afterAll(() => Promise.all([demo.close(), office.close()]));

const page = (t: TestApp, desk?: Desk) => {
  const request = supertest(t.app.getHttpServer()).get('/api/openapi.json');
  return desk ? request.set('cookie', desk.cookie) : request;
};

describe('the description of the API', () => {
  test('is open to everybody in demo mode, and names every endpoint', async () => {
    const { status, body } = await page(demo);
    expect(status).toBe(200);
    const operations = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      (verbs) => Object.values(verbs).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(allEndpoints.map(({ id }) => id).sort());
  });

  test.each(roles)('elsewhere a %s sees it only as an administrator', async (role) => {
    const practice = await office.given.practice();
    const { status } = await page(office, await office.given.desk(practice, [role]));
    expect(status).toBe(role === 'admin' ? 200 : 404);
  });

  test('elsewhere nobody without a session, and no locked one', async () => {
    const admin = await office.given.desk(await office.given.practice(), ['admin']);
    await admin.raw('post', '/session/lock');
    const [nobody, locked] = [await page(office), await page(office, admin)];
    expect([nobody.status, nobody.body.code]).toEqual([401, 'session.required']);
    expect([locked.status, locked.body.code]).toEqual([401, 'session.locked']);
  });
});

test('/api/docs is the application to whoever may read the description, the same refusal to others', async () => {
  const web = Fastify();
  const problems = new ProblemFilter(pino({ level: 'silent' }));
  serveApiDocs(web, Buffer.from('<html></html>'), {
    ask: async ({ headers }) => {
      if (headers.cookie !== 'known') throw new DomainError('session.required');
    },
    refuse: (error, request, reply) => problems.answerUnrouted(error, request, reply),
  });
  await web.ready();
  const shown = await supertest(web.server).get('/api/docs').set('cookie', 'known');
  expect([shown.status, shown.headers['content-type'], shown.text]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<html></html>',
  ]);
  const refused = await supertest(web.server).get('/api/docs');
  expect([refused.status, refused.headers['content-type']]).toEqual([401, 'application/problem+json']);
  expect(refused.headers['content-security-policy']).toContain("default-src 'none'");
  await web.close();
});

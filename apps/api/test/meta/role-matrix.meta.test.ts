import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Permission, permissionsOf, roles } from '@pupitre/shared/access/roles';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import { type Endpoint, pathOf } from '@pupitre/shared/contract/endpoint';
import supertest from 'supertest';
import type { Desk } from '../desk.js';
import type { GivenPractice } from '../given.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let practice: GivenPractice;
let other: GivenPractice;
const desks = new Map<string, Desk>();

beforeAll(async () => {
  t = await startTestApp();
  practice = await t.given.practice();
  other = await t.given.practice();
  for (const role of roles) desks.set(role, await t.given.desk(practice, [role]));
});
afterAll(() => t.close());

const tenantRoutes = allEndpoints.filter(({ path }) => path.startsWith('/practices/{practiceId}'));
const someId = '0199d7e2-0000-7000-8000-000000000000';

/** A call that gets past the door only when the door is open: what it asks for does not exist or has no shape. */
function call(endpoint: Endpoint, practiceId: string, desk?: Desk) {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const shapes: Record<string, string> = { day: '2026-03-02', month: '2026-02', file: 'factures.csv' };
  const params: Record<string, string> = Object.fromEntries(names.map((name) => [name, shapes[name] ?? someId]));
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = supertest(t.app.getHttpServer())[method](`/api${pathOf(endpoint, { ...params, practiceId })}`);
  if (desk) request.set('cookie', desk.cookie);
  return endpoint.method === 'GET' || endpoint.method === 'DELETE' ? request : request.send({});
}

/** Streams never end: the headers say enough. */
async function statusOf(request: supertest.Test): Promise<{ status: number; code: string }> {
  const reply = await request
    .buffer(true)
    .timeout({ response: 5_000, deadline: 1_500 })
    .catch((error: { timeout?: number }) => {
      if (error.timeout) return { status: 200, body: {} };
      throw error;
    });
  return { status: reply.status, code: (reply.body as { code?: string }).code ?? '' };
}

describe.each(tenantRoutes)('$method $path', (endpoint) => {
  test('nobody without a session', async () => {
    expect((await statusOf(call(endpoint, practice.id))).status).toBe(401);
  });

  test.each(roles)('%s: her own practice by the matrix, the other not at all', async (role) => {
    const desk = desks.get(role);
    const allowed = permissionsOf([role]).includes(endpoint.access as Permission);
    const own = await statusOf(call(endpoint, practice.id, desk));
    if (allowed) expect(own.code === 'permission.denied' || own.status === 401).toBe(false);
    else expect([own.status, own.code]).toEqual([403, 'permission.denied']);
    expect((await statusOf(call(endpoint, other.id, desk))).status).toBe(404);
  });
});

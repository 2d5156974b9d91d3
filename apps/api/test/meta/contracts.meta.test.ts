import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { permissions, roleMatrix, roles } from '@pupitre/shared/access/roles';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import { errorKinds } from '@pupitre/shared/contract/errors';
import { overridableWith } from '@pupitre/shared/planning/booking-overrides';
import { openApiOf } from '../../src/platform/http/openapi.js';
import { startTestApp, type TestApp } from '../test-app.js';
import { handlersOf } from './route-table.js';

const root = path.resolve(import.meta.dirname, '../../../..');
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('every contract has exactly one handler, and every handler a contract', () => {
  const served = handlersOf(t.app).map(({ name, endpoint }) => endpoint?.id ?? `${name} serves no contract`);
  expect([...served].sort()).toEqual(allEndpoints.map(({ id }) => id).sort());
});

test('contract ids are unique, and so are method and path', () => {
  const ids = allEndpoints.map(({ id }) => id);
  const routes = allEndpoints.map(({ method, path: route }) => `${method} ${route}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(routes).size).toBe(routes.length);
});

test('every route declares who may call it; a tenant route names a permission', () => {
  for (const { id, access, path: route } of allEndpoints) {
    const isTenant = route.startsWith('/practices/{practiceId}');
    const expected = isTenant ? permissions : (['public', 'session'] as const);
    expect([id, (expected as readonly string[]).includes(access)]).toEqual([id, true]);
  }
});

/** Asked by a screen alone: the waiting room shows the day's visits, which agenda.read gives. */
const askedByScreens = ['waiting_room.read'];
/** Asked by the rule of booking: whoever passes over a refusal. */
const askedByRules = Object.values(overridableWith).filter((permission) => permission !== null);

test('every permission is held by a role and asked by a route, a rule or a screen', () => {
  const held = new Set<string>(roles.flatMap((role) => roleMatrix[role]));
  const asked = new Set<string>([...allEndpoints.map(({ access }) => access), ...askedByScreens, ...askedByRules]);
  expect(permissions.filter((permission) => !held.has(permission) || !asked.has(permission))).toEqual([]);
});

test('what writes is no GET, and what edits a known row asks for its version', () => {
  for (const endpoint of allEndpoints) {
    if (endpoint.method === 'GET') expect([endpoint.id, endpoint.idempotent ?? false]).toEqual([endpoint.id, false]);
    if (endpoint.status === 201) expect([endpoint.id, endpoint.idempotent]).toEqual([endpoint.id, true]);
    if (endpoint.versioned) expect(endpoint.errors).toContain('version.stale');
  }
});

test('every error code has a French and an English sentence', () => {
  for (const locale of ['fr', 'en']) {
    const file = path.join(root, `apps/web/src/locales/${locale}/errors.json`);
    const sentences = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const missing = Object.keys(errorKinds).filter((code) => !sentenceOf(sentences, code));
    expect([locale, missing]).toEqual([locale, []]);
  }
});

/** Codes are written with a dot: flat in the file, or as nested keys. */
function sentenceOf(sentences: Record<string, unknown>, code: string): boolean {
  const nested = code
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], sentences);
  return typeof sentences[code] === 'string' || typeof nested === 'string';
}

test('docs/openapi.json is the page made from the contracts', () => {
  const file = path.join(root, 'docs/openapi.json');
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(openApiOf(allEndpoints, '0.1.0'))));
});

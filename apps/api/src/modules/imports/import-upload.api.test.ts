import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { roles } from '@pupitre/shared/access/roles';
import { partBytes } from '@pupitre/shared/import/import-codes';
import type { GivenPractice } from '../../../test/given.js';
import { Mover } from '../../../test/given-import.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let practice: GivenPractice;
let mover: Mover;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  practice = await t.given.practice();
  mover = new Mover(await t.given.desk(practice, ['coordinator']));
});

const begin = (body: object) => mover.desk.post('/imports', { kind: 'patients', fileName: 'patients.csv', ...body });
const table = 'nom;prenom;ddn\nDUPONT;Jean;01/02/1980\n';

test('the coordinator and the administrator import; nobody else does', async () => {
  const allowed = [];
  for (const role of roles) {
    const desk = await t.given.desk(practice, [role]);
    const { status } = await desk.post('/imports', { kind: 'patients', fileName: 'a.csv', bytes: 10 });
    if (status !== 403) allowed.push([role, status]);
  }
  expect(allowed).toEqual([
    ['coordinator', 201],
    ['admin', 201],
  ]);
});

test('another practice sees nothing of it', async () => {
  const { id } = await mover.check(table);
  const other = new Mover(await t.given.desk(await t.given.practice(), ['admin']));
  expect((await other.desk.get('/imports')).body).toEqual({ imports: [] });
  expect((await other.desk.get(`/imports/${id}`)).status).toBe(404);
  expect((await other.desk.post(`/imports/${id}/lines`, {})).status).toBe(404);
  expect((await other.desk.post(`/imports/${id}/commit`)).status).toBe(404);
  expect((await other.sendPart(id, 0, Buffer.from(table))).status).toBe(404);
  expect((await other.desk.get(`/imports/${id}/problems`)).status).toBe(404);
});

describe('limits', () => {
  test('an empty file and one above fifty megabytes are refused before their first byte', async () => {
    const empty = await begin({ bytes: 0 });
    expect([empty.status, empty.body.code]).toEqual([422, 'import.file_empty']);
    const large = await begin({ bytes: 50 * 1024 * 1024 + 1 });
    expect([large.status, large.body.code, large.body.details]).toEqual([
      413,
      'import.file_too_large',
      { maximum: 52_428_800 },
    ]);
  });

  test('a part has the size it was announced with', async () => {
    const { body } = await begin({ bytes: partBytes + 5 });
    const wrong = await mover.sendPart(body.id, 1, Buffer.from('four'));
    expect([wrong.status, wrong.body.code, wrong.body.details]).toEqual([
      422,
      'import.part_unexpected',
      { part: 1, expected: 5 },
    ]);
    expect((await mover.sendPart(body.id, 2, Buffer.from('x'))).status).toBe(422);
    const large = await mover.sendPart(body.id, 0, Buffer.alloc(partBytes + 1, 65));
    expect([large.status, large.body.code]).toEqual([413, 'request.too_large']);
    expect((await mover.sendPart(body.id, 1, Buffer.from('fives'))).status).toBe(204);
    expect((await mover.read(body.id)).receivedParts).toEqual([1]);
  });
});

describe('bytes are welcome where a contract says so, and nowhere else', () => {
  test('a part as JSON is refused', async () => {
    const { body } = await begin({ bytes: 5 });
    const reply = await mover.desk.put(`/imports/${body.id}/parts/0`, { bytes: 'fives' });
    expect([reply.status, reply.body.code]).toEqual([422, 'request.invalid']);
  });

  test('bytes on any other route are 415, as a form is', async () => {
    const reply = await mover.desk
      .raw('post', `/practices/${practice.id}/imports`)
      .set('content-type', 'application/octet-stream')
      .send(Buffer.from('{}'));
    expect([reply.status, reply.body.code]).toEqual([415, 'request.not_json']);
  });

  test('a page of another site cannot send a part', async () => {
    const { body } = await begin({ bytes: 5 });
    const reply = await mover.sendPart(body.id, 0, Buffer.from('fives')).set('origin', 'https://elsewhere.example');
    expect([reply.status, reply.body.code]).toEqual([403, 'request.foreign_origin']);
  });
});

test('parts come in any order, a second time too; a check waits for all of them', async () => {
  const content = Buffer.from(`nom;prenom;ddn;note\n${'DUPONT;Jean;01/02/1980;x\n'.repeat(100_000)}`);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { body } = await begin({ bytes: content.length, sha256 });
  const part = (n: number) => content.subarray(n * partBytes, (n + 1) * partBytes);
  expect((await mover.sendPart(body.id, 1, part(1))).status).toBe(204);
  const early = await mover.desk.post(`/imports/${body.id}/check`);
  expect([early.status, early.body.code, early.body.details]).toEqual([409, 'import.parts_missing', { missing: [0] }]);
  expect((await mover.sendPart(body.id, 0, Buffer.alloc(partBytes, 65))).status).toBe(204);
  const altered = await mover.desk.post(`/imports/${body.id}/check`);
  expect([altered.status, altered.body.code]).toEqual([409, 'import.checksum_wrong']);
  expect((await mover.sendPart(body.id, 0, part(0))).status).toBe(204);
  const checked = await mover.desk.post(`/imports/${body.id}/check`);
  expect([checked.status, checked.body.state]).toEqual([200, 'checking']);
  const late = await mover.sendPart(body.id, 0, part(0));
  expect([late.status, late.body.code]).toEqual([409, 'import.wrong_state']);
  expect((await mover.desk.post(`/imports/${body.id}/cancel`)).body).toMatchObject({
    state: 'cancelled',
    receivedParts: [],
  });
});

test('begun twice with one key, it is one import', async () => {
  const form = { kind: 'patients', fileName: 'a.csv', bytes: 5 };
  const first = await mover.desk.post('/imports', form, 'one-submission');
  const second = await mover.desk.post('/imports', form, 'one-submission');
  expect(second.body.id).toBe(first.body.id);
  expect((await mover.desk.get('/imports')).body.imports).toHaveLength(1);
});

test('who did what is in the audit journal, the reading of lines too; no part is', async () => {
  const { id } = await mover.check(table);
  await mover.lines(id);
  await mover.desk.get(`/imports/${id}/problems`);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query('select action, subject_id from audit_event where practice_id = $1 order by at, id', [practice.id]),
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'import.begin',
    'import.check',
    'import.read_lines',
    'import.export_problems',
  ]);
  expect(new Set(rows.map(({ subject_id }) => subject_id))).toEqual(new Set([id]));
});

test('nothing of a patient reaches the server’s log', async () => {
  const { id } = await mover.check('nom;prenom;ddn\nQUETZALCOATL;Xochi;31/02/1980\nQUETZALCOATL;Xochi;01/02/1980\n');
  await mover.commit(id);
  expect(t.logLines.filter((line) => /quetzal|xochi|1980/i.test(line))).toEqual([]);
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { pdfPages } from '../../../test/pdf-text.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { OutageService } from './outage.service.js';

let t: TestApp;
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'pupitre-outage-'));
beforeAll(async () => {
  t = await startTestApp({ dataFolder: data });
});
afterAll(async () => {
  await t.close();
  fs.rmSync(data, { recursive: true });
});

const folderOf = (practice: GivenPractice) => path.join(data, 'outage', practice.id);
const write = (practice: GivenPractice, app = t) => app.app.get(OutageService).write(practice.id);
const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);

async function book(practice: GivenPractice, desk: Desk, day: string, startMin: number, usedName: string) {
  const patient = await t.given.patient(practice, { birthName: usedName, firstName: 'Paul', phone: '+33639981234' });
  const slot = { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id };
  const { body } = await desk.post('/appointments', { ...slot, day, startMin, durationMin: 15, note: '' }).expect(201);
  return body.appointment as { id: string };
}

test('each hour the next two days of every column lie on the disk, for the day nothing answers', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  await book(practice, lea, '2026-03-02', 600, 'AUJOURDHUI');
  await book(practice, lea, '2026-03-04', 480, 'MERCREDI');
  await book(practice, lea, '2026-03-04', 600, 'TROPTARD');
  const gone = await book(practice, lea, '2026-03-02', 630, 'ANNULE');
  await lea.act(`/appointments/${gone.id}/cancel`, 1, { by: 'patient' }).expect(200);
  expect(await write(practice)).toBe(0);
  expect(fs.readdirSync(folderOf(practice))).toEqual(['secours-2026-03-02-09h00.pdf']);
  const file = path.join(folderOf(practice), 'secours-2026-03-02-09h00.pdf');
  expect([modeOf(file), modeOf(folderOf(practice))]).toEqual(['600', '700']);
  const pages = pdfPages(fs.readFileSync(file));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain('10 h AUJOURDHUI Paul 17/05/1980 06 39 98 12 34 Consultation');
  expect(pages[1]?.join(' ')).toContain('MERCREDI Paul');
  expect(pages.flat().join(' ')).not.toMatch(/TROPTARD|ANNULE/);
  expect((await lea.get('/outage-sheet').expect(200)).body).toEqual({
    ...{ writtenAt: t.clock.now().toISOString(), triedAt: t.clock.now().toISOString(), fault: null },
    ...{ columns: 1, visits: 2 },
  });
});

test('sheets of the last day are kept, older ones and half-written ones go', async () => {
  const { practice } = await t.given.deskWithTwoSecretaries();
  await write(practice);
  const [recent, old, half] = ['secours-2026-03-01-10h00.pdf', 'secours-2026-02-27-10h00.pdf', '.secours-x.pdf.1'];
  const age = (name: string, hours: number) => {
    const at = new Date(Date.now() - hours * 3_600_000);
    fs.writeFileSync(path.join(folderOf(practice), name), 'x');
    fs.utimesSync(path.join(folderOf(practice), name), at, at);
  };
  age(recent, 23);
  age(old, 25);
  age(half, 25);
  await write(practice);
  expect(fs.readdirSync(folderOf(practice)).sort()).toEqual([recent, 'secours-2026-03-02-09h00.pdf']);
});

describe('when the disk refuses', () => {
  test('the last sheet stands, and the settings say what happened', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    await write(practice);
    const writtenAt = t.clock.now().toISOString();
    fs.rmSync(folderOf(practice), { recursive: true });
    fs.writeFileSync(folderOf(practice), 'a file where the folder was');
    t.clock.moveTo(new Date('2026-03-02T10:00:00+01:00'));
    expect(await write(practice)).toBe(1);
    expect((await lea.get('/outage-sheet')).body).toMatchObject({
      ...{ writtenAt, triedAt: '2026-03-02T09:00:00.000Z', fault: 'folder_unwritable' },
    });
    fs.rmSync(folderOf(practice));
    expect(await write(practice)).toBe(0);
    expect((await lea.get('/outage-sheet')).body).toMatchObject({ fault: null, writtenAt: '2026-03-02T09:00:00.000Z' });
    t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
  });

  test('an installation without a folder says so', async () => {
    const bare = await startTestApp();
    const practice = await bare.given.practice();
    const desk = await bare.given.desk(practice);
    expect((await desk.get('/outage-sheet')).body).toMatchObject({ writtenAt: null, triedAt: null, fault: null });
    await write(practice, bare);
    expect((await desk.get('/outage-sheet')).body).toMatchObject({ writtenAt: null, fault: 'folder_missing' });
    await bare.close();
  });
});

describe('the desk prints it when it likes', () => {
  test('as of now, and it is in the journal', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    await book(practice, lea, '2026-03-02', 600, 'DURAND');
    const reply = await lea.get('/outage-sheet.pdf').responseType('blob').expect(200);
    expect(reply.headers['content-disposition']).toBe('attachment; filename="secours-2026-03-02-09h00.pdf"');
    expect(pdfPages(reply.body)[0]).toContain('10 h DURAND Paul 17/05/1980 06 39 98 12 34 Consultation');
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(`select action, account_id from audit_event where practice_id = $1 and action like 'outage%'`, [
        practice.id,
      ]),
    );
    expect(rows).toEqual([{ action: 'outage.print', account_id: lea.accountId }]);
  });

  test('nobody who may not see whole numbers, and nothing of another practice', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const { lea: stranger, practice: theirs } = await t.given.deskWithTwoSecretaries();
    await book(theirs, stranger, '2026-03-02', 600, 'AILLEURS');
    const remote = await t.given.desk(practice, ['remote_secretary'], {
      lentResourceIds: [practice.martin.resourceId],
    });
    for (const desk of [
      remote,
      await t.given.desk(practice, ['accountant']),
      await t.given.desk(practice, ['admin']),
    ]) {
      await desk.get('/outage-sheet.pdf').expect(403);
    }
    await stranger.raw('get', `/practices/${practice.id}/outage-sheet.pdf`).expect(404);
    const reply = await lea.get('/outage-sheet.pdf').responseType('blob').expect(200);
    expect(pdfPages(reply.body).flat().join(' ')).not.toContain('AILLEURS');
  });
});

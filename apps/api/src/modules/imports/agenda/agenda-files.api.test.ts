import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AgendaMover, agendaFixture, inShort } from '../../../../test/given-agenda.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());

async function cabinet() {
  const practice = await t.given.practice();
  const sonia = await t.given.desk(practice, ['coordinator'], { name: 'Sonia DUBREUIL' });
  const marie = await t.given.patient(practice, {
    ...{ birthName: 'DUPONT', firstName: 'Marie', sex: 'F', birthDate: '1962-03-12', phone: '+33639981234' },
  });
  const benedicte = await t.given.patient(practice, {
    ...{ birthName: 'LEMOINE', firstName: 'Bénédicte', sex: 'F', birthDate: '1971-11-02', phone: '+33639981122' },
  });
  const paul = await t.given.patient(practice, {
    birthName: 'DURAND',
    firstName: 'Paul',
    birthDate: '1980-05-17',
    phone: '+33639985555',
  });
  return { practice, mover: new AgendaMover(sonia), marie, benedicte, paul };
}

/** Google: UTC and named zones, a series with a hole and a moved member, letters cut by folds, whole days. */
const google = [
  '2026-03-03 9:00 15 DUPONT Marie create new motif_by_default Marie',
  ...['04', '11'].map((day) => `2026-03-${day} 10:00 30 Mme Bénédict create new motif_by_default Bénédicte`),
  ...['01', '08', '15', '22', '29'].map(
    (day) => `2026-04-${day} 10:00 30 Mme Bénédict create new motif_by_default Bénédicte`,
  ),
  '2026-03-26 14:00 30 Mme Bénédict create new motif_by_default Bénédicte',
  '2026-08-03 Vacances doubtful absence_proposed',
  '2026-03-10 Anniversaire refuse all_day',
  '2026-03-05 DUPONT Marie refuse cancelled ? Marie',
  '2026-03-06 9:00 15 Rendez-vous  doubtful patient_unknown motif_by_default',
];
/** Outlook: a Windows zone, a phone in the title, categories, meetings, time shown as free. */
const outlook = [
  '2026-03-03 9:30 15 Dupont Marie create new motif_by_default Marie',
  "2026-03-30 10:00 60 Réunion d'éq doubtful block_proposed",
  '2026-03-31 10:00 60 Garage doubtful block_proposed',
];
/** Apple: the motif before the name, a birth date, a floating hour, a family name alone. */
const apple = [
  '2026-03-03 10:40 20 1re consulta create new Paul',
  '2026-03-03 11:30 20 durand doubtful near_patient motif_by_default ? Paul',
];
/** Booked on a public page: the patient stands in the description. */
const online = [
  '2026-03-04 14:00 15 Consultation create new Marie',
  '2026-03-04 14:15 15 Consultation doubtful phone_differs ? Paul',
  '2026-03-04 15:00 15 Créneau bloq doubtful block_proposed',
];
/** An agenda of the nineties: vCalendar 1.0, ISO-8859-1, quoted-printable, CR alone, one UID for all. */
const ancient = [
  '2026-03-03 15:00 15 LEMOINE Béné doubtful phone_differs motif_by_default ? Bénédicte',
  '2026-03-03 15:15 15 DURAND Paul create new motif_by_default Paul',
  '2026-03-03 15:30 15 Bénédicte LE create new length_from_motif motif_by_default Bénédicte',
  ' DURAND Paul refuse start_unreadable ? Paul',
  '2026-03-03 DURAND Paul refuse recurrence_unreadable ? Paul',
];

test.each([
  ['google.ics', google],
  ['outlook.ics', outlook],
  ['apple.ics', apple],
  ['prise-de-rdv-en-ligne.ics', online],
  ['agenda-medical-ancien.vcs', ancient],
])('%s', async (name, expected) => {
  const { practice, mover } = await cabinet();
  const { martin, consultation } = practice;
  const view = await mover.checkFor(agendaFixture(name), martin.resourceId, consultation);
  expect(view).toMatchObject({ state: 'checked', failure: null });
  const lines = (await mover.visits(view.id)).map((visit) => {
    const named = visit.patient?.firstName ?? visit.candidates.map(({ firstName }) => `? ${firstName}`).join(' ');
    return `${inShort(visit)} ${named}`.trimEnd();
  });
  expect(lines).toEqual(expected.map((line) => line.trimEnd()));
});

test('the columns a file names are found, by calendar, organiser or category; the default one is not guessed', async () => {
  const { practice, mover } = await cabinet();
  const { id } = await mover.check(agendaFixture('outlook.ics'));
  const agenda = await mover.agenda(id);
  expect(agenda).toMatchObject({
    window: { fromDay: '2026-01-31', toDay: '2028-03-02' },
    zone: 'Europe/Paris',
    defaultResourceId: null,
    defaultMotifId: practice.consultation,
    counts: { events: 3, past: 0, later: 0 },
  });
  expect(agenda.sources).toEqual([
    { by: 'calendar', value: 'Calendrier', events: 3, resourceId: null, leftOut: false },
    { by: 'category', value: 'Dr Leroy', events: 2, resourceId: practice.leroy.resourceId, leftOut: false },
    { by: 'category', value: 'Personnel', events: 1, resourceId: null, leftOut: false },
  ]);
  expect((await mover.visits(id, { verdict: 'refuse' })).map(inShort)).toEqual([
    '2026-03-31 10:00 60 Garage refuse column_unknown',
  ]);
});

test('a choice of columns is kept for the next file; what is left out says so', async () => {
  const { practice, mover } = await cabinet();
  const { martin, leroy, consultation } = practice;
  const { id } = await mover.check(agendaFixture('outlook.ics'));
  const assigned = [
    { by: 'category', value: 'Personnel', resourceId: null, leftOut: true },
    { by: 'category', value: 'Dr Leroy', resourceId: martin.resourceId },
  ];
  await mover.choose(id, { assigned, defaultResourceId: leroy.resourceId, defaultMotifId: consultation }).expect(200);
  await mover.mover.settled(id);
  const next = await mover.check(agendaFixture('outlook.ics'));
  for (const each of [id, next.id]) {
    const visits = await mover.visits(each);
    expect(visits.map(({ resourceId }) => resourceId)).toEqual([martin.resourceId, martin.resourceId, null]);
    expect(visits.at(-1)?.reasons).toEqual([{ code: 'column_left_out' }]);
  }
});

test.each([
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not_text'],
  ['a table of patients', 'Nom;Prénom\r\nDUPONT;Marie\r\n', 'not_recognised'],
  ['a calendar without an event', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'header_only'],
])('%s is refused as a whole', async (_, content, failure) => {
  const { mover } = await cabinet();
  expect(await mover.check(content)).toMatchObject({ state: 'failed', failure });
});

test('what was not imported comes as a file, with the reason in words', async () => {
  const { practice, mover } = await cabinet();
  const view = await mover.checkFor(
    agendaFixture('agenda-medical-ancien.vcs'),
    practice.martin.resourceId,
    practice.consultation,
  );
  const { text } = await mover.desk.get(`/imports/${view.id}/problems?language=fr`).expect(200);
  expect(text).toContain('2026-03-03;;DURAND Paul;5;répétition illisible');
  expect(text).toContain('le téléphone n’est pas celui du dossier');
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { patientsCsv } from '@pupitre/seeds/patients-csv';
import type { ImportLine, ImportView } from '@pupitre/shared/import/import.contract';
import type { GivenPractice } from '../../../test/given.js';
import { Mover } from '../../../test/given-import.js';
import { mondayMorning, startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let practice: GivenPractice;
let mover: Mover;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.moveTo(mondayMorning);
  practice = await t.given.practice();
  mover = new Mover(await t.given.desk(practice, ['coordinator'], { name: 'Sonia DUBREUIL' }));
});

const head = 'NOM_USUEL;NOM_NAISSANCE;PRENOM;DATE_NAIS;SEXE;TEL1;MAIL;ADR1;CP;VILLE;MT;MUTUELLE\n';
const rows = async <T>(sql: string): Promise<T[]> =>
  (await t.given.within(practice, () => t.owner.query(sql.replaceAll('$1', `'${practice.id}'`)))).rows;
const search = async (text: string) =>
  ((await mover.desk.post('/patients/search', { text })).body.hits as { birthName: string }[]).map(
    (hit) => hit.birthName,
  );
const codes = ({ reasons }: ImportLine) => reasons.map(({ code }) => code);

/** What the practice holds, down to the keys of the search: equal means that nothing is left. */
const everything = () =>
  rows(`select (select json_agg(p order by p.id) from (select id, number, birth_name, phone, email, street, postal_code,
            commune_code, without_phone, complementary_name from patient where practice_id = $1) p) as patients,
          (select json_agg(k order by k.patient_id, k.key) from (select patient_id, key, kind from patient_search_key
            where practice_id = $1) k) as keys`);

describe('a file becomes patients', () => {
  test('created as the desk creates them: number, search, journal, address, practitioner', async () => {
    const { id } = await mover.check(
      `${head}LEMAIRE;DUBOIS;JOSIANE;12/11/1949;F;06 39 98 12 01;J.Lemaire@Exemple.fr;12 rue Solférino;59000;LILLE;MARTIN H;MGEN\n`,
    );
    expect(await rows('select 1 from patient where practice_id = $1')).toEqual([]);
    const done = await mover.commit(id);
    expect([done.state, done.written, done.committedByName]).toEqual([
      'committed',
      { created: 1, changed: 0 },
      'Sonia DUBREUIL',
    ]);
    expect(
      await rows(`select number, birth_name, used_name, first_name, sex, birth_date::text, phone, without_phone, email,
        street, postal_code, commune_code, usual_practitioner_id, complementary_name, ins_status, version, created_by
        from patient where practice_id = $1`),
    ).toEqual([
      {
        number: 1,
        birth_name: 'DUBOIS',
        used_name: 'LEMAIRE',
        first_name: 'Josiane',
        sex: 'F',
        birth_date: '1949-11-12',
        phone: '+33639981201',
        without_phone: false,
        email: 'j.lemaire@exemple.fr',
        street: '12 rue Solférino',
        postal_code: '59000',
        commune_code: '59350',
        usual_practitioner_id: practice.martin.practitionerId,
        complementary_name: 'MGEN',
        ins_status: 'provisional',
        version: 1,
        created_by: mover.desk.accountId,
      },
    ]);
    expect([await search('lemaire jos'), await search('121149'), await search('1201')]).toEqual([
      ['DUBOIS'],
      ['DUBOIS'],
      ['DUBOIS'],
    ]);
    expect(await rows('select kind, actor_name from patient_event where practice_id = $1')).toEqual([
      { kind: 'created', actor_name: 'Sonia DUBREUIL' },
    ]);
    expect(
      await rows(`select subject_id from audit_event where practice_id = $1 and action = 'import.written'`),
    ).toEqual([{ subject_id: id }]);
    expect(await rows('select part from import_part where practice_id = $1')).toEqual([]);
  });

  test('the next patient of the desk takes the next number', async () => {
    await mover.commit((await mover.check(patientsCsv(20))).id);
    const created = await mover.desk.post('/patients', {
      ...{ birthName: 'Suivant', firstName: 'Paul', sex: 'M', birthDate: '1980-01-01', withoutPhone: true },
    });
    expect(created.status).toBe(201);
    expect(
      await rows(
        'select max(number)::int as last, count(distinct number)::int as all from patient where practice_id = $1',
      ),
    ).toEqual([{ last: 21, all: 21 }]);
  });

  test('the same file a second time brings nothing new', async () => {
    const file = patientsCsv(60);
    await mover.commit((await mover.check(file)).id);
    const before = await everything();
    const again = await mover.check(file);
    expect(again.counts).toMatchObject({ create: 0, match: 60, filling: 0, doubtful: 0, refuse: 0 });
    const done = await mover.commit(again.id);
    expect([done.state, done.written]).toEqual(['committed', { created: 0, changed: 0 }]);
    expect(await everything()).toEqual(before);
  });
});

describe('somebody the practice knows', () => {
  test('her empty fields are filled, her filled ones are kept and said; an unknown sex is no difference', async () => {
    await t.given.patient(practice, { birthName: 'DURAND', firstName: 'Paul', birthDate: '1980-05-17', phone: null });
    await t.given.patient(practice, { birthName: 'NOËL', firstName: 'Ève', sex: 'F', birthDate: '1990-01-02' });
    const { id, counts } = await mover.check(
      `${head}durand;;paul;17/05/1980;;0639981299;paul@exemple.fr;;;;;\nNoel;;Eve;02/01/1990;F;0639980000;;;;;;\n`,
    );
    expect(counts).toMatchObject({ create: 0, match: 2, filling: 1 });
    const lines = await mover.lines(id);
    expect(lines.map(({ fills }) => fills)).toEqual([['email', 'phone'], []]);
    expect(lines.map(codes)).toEqual([
      ['fills_fields', 'fills_fields'],
      ['already_there', 'keeps_ours'],
    ]);
    await mover.commit(id);
    expect(await rows('select phone, email, version from patient where practice_id = $1 order by number')).toEqual([
      { phone: '+33639981299', email: 'paul@exemple.fr', version: 2 },
      { phone: '+33639981234', email: '', version: 1 },
    ]);
    expect(await search('1299')).toEqual(['DURAND']);
    expect(await rows(`select kind, fields from patient_event where practice_id = $1`)).toEqual([
      { kind: 'edited', fields: ['email', 'phone'] },
    ]);
  });

  test('edited since the check: the file is checked again, and nothing is written before somebody looks', async () => {
    const { id: patientId } = await t.given.patient(practice, { birthName: 'DURAND', firstName: 'Paul', phone: null });
    const { id } = await mover.check(
      `${head}DURAND;;Paul;17/05/1980;M;0639981299;;;;;;\nNEUF;;Anne;01/01/1970;F;;;;;;;\n`,
    );
    await t.given.within(practice, () =>
      t.owner.query(`update patient set phone = '+33639987777', without_phone = false, version = 2 where id = $1`, [
        patientId,
      ]),
    );
    const done = await mover.commit(id);
    expect([done.state, done.counts.filling, done.committedAt]).toEqual(['checked', 0, null]);
    expect(await rows('select birth_name from patient where practice_id = $1')).toEqual([{ birth_name: 'DURAND' }]);
    expect((await mover.commit(id)).written).toEqual({ created: 1, changed: 0 });
  });

  test('registered at the desk since the check: she is not created twice', async () => {
    const { id } = await mover.check(`${head}NEUF;;Anne;01/01/1970;F;;;;;;;\n`);
    await mover.desk.post('/patients', {
      ...{ birthName: 'Neuf', firstName: 'Anne', sex: 'F', birthDate: '1970-01-01', withoutPhone: true },
    });
    const done = await mover.commit(id);
    expect([done.state, done.counts.create, done.counts.match]).toEqual(['checked', 0, 1]);
    expect(await rows('select birth_name from patient where practice_id = $1')).toHaveLength(1);
  });
});

describe('what is doubtful waits for somebody', () => {
  const file = `${head}BENALI;;Samira;14/06/1988;F;;;;;;;\nMERCIER;;Denis;07/04/1957;M;;;;;;;\n`;

  async function twoDoubts(): Promise<ImportView> {
    await t.given.patient(practice, {
      birthName: 'BEN ALI',
      firstName: 'Samira',
      sex: 'F',
      birthDate: '1988-06-14',
      phone: null,
    });
    await t.given.patient(practice, { birthName: 'MERCIER', firstName: 'Denis', sex: 'M', birthDate: '1957-07-04' });
    return mover.check(file);
  }

  test('a name in one word, a day and a month exchanged: with the patient, and why', async () => {
    const { id, counts } = await twoDoubts();
    expect(counts).toMatchObject({ create: 0, doubtful: 2 });
    expect(await mover.lines(id)).toMatchObject([
      { verdict: 'doubtful', reasons: [{ code: 'near_twin' }, {}], twin: { birthName: 'BEN ALI' }, decision: null },
      { verdict: 'doubtful', reasons: [{ code: 'day_month_swapped' }, {}], twin: { birthDate: '1957-07-04' } },
    ]);
  });

  test('undecided, it is not imported, and there is nothing to write', async () => {
    const { id } = await twoDoubts();
    const refused = await mover.desk.post(`/imports/${id}/commit`);
    expect([refused.status, refused.body.code]).toEqual([409, 'import.nothing_to_write']);
  });

  test('the same person, another one, or left out, until the writing', async () => {
    const { id } = await twoDoubts();
    const same = await mover.decide(id, 2, 'same');
    expect([same.body.line.decision, same.body.counts.decided]).toEqual(['same', { same: 1, create: 0, skip: 0 }]);
    expect((await mover.decide(id, 3, 'skip')).body.counts.decided).toEqual({ same: 1, create: 0, skip: 1 });
    expect((await mover.decide(id, 3, 'create')).body.counts.decided).toEqual({ same: 1, create: 1, skip: 0 });
    expect(await mover.lines(id, { undecided: true })).toEqual([]);
    expect((await mover.commit(id)).written).toEqual({ created: 1, changed: 0 });
    expect(
      await rows('select birth_name, birth_date::text from patient where practice_id = $1 order by birth_date'),
    ).toEqual([
      { birth_name: 'MERCIER', birth_date: '1957-04-07' },
      { birth_name: 'MERCIER', birth_date: '1957-07-04' },
      { birth_name: 'BEN ALI', birth_date: '1988-06-14' },
    ]);
    const late = await mover.decide(id, 3, 'skip');
    expect([late.status, late.body.code]).toEqual([409, 'import.wrong_state']);
  });

  test('only a doubt is decided, and « the same » needs somebody', async () => {
    const { id } = await mover.check(`${head}NEUF;;Anne;01/01/1970;F;;;;;;;\nDOUTE;;Ode;04/05/22;F;;;;;;;\n`);
    const clear = await mover.decide(id, 2, 'skip');
    expect([clear.status, clear.body.code]).toEqual([409, 'import.line_not_doubtful']);
    const alone = await mover.decide(id, 3, 'same');
    expect([alone.status, alone.body.code]).toEqual([409, 'import.no_twin']);
    expect((await mover.decide(id, 9, 'skip')).status).toBe(404);
  });

  test('a second check keeps a decision about the same two people', async () => {
    const { id } = await twoDoubts();
    await mover.decide(id, 2, 'skip');
    await mover.desk.post(`/imports/${id}/check`);
    expect((await mover.settled(id)).counts.decided).toEqual({ same: 0, create: 0, skip: 1 });
  });
});

test('what was not imported comes as a file of the source’s columns, with the reason, and no formula', async () => {
  const { id } = await mover.check(
    `NOM;PRENOM;DDN;INFO\nLIBERT;Jean;31/02/1970;"=cmd|' /C calc'!A0"\nDUPONT;Anne;01/01/1970;\n;;12/2/98x;\n`,
  );
  const file = await mover.desk.get(`/imports/${id}/problems`).buffer(true);
  expect(file.headers['content-disposition']).toContain('lignes-non-importees.csv');
  expect(file.text).toBe(
    [
      '\uFEFFNOM;PRENOM;DDN;INFO;Ligne du fichier;Pourquoi',
      `LIBERT;Jean;31/02/1970;'=cmd|' /C calc'!A0;2;ce jour n’existe pas\u00A0: «\u00A031/02/1970\u00A0»`,
      ';;12/2/98x;;4;le nom est vide',
      '',
    ].join('\r\n'),
  );
  const english = await mover.desk.get(`/imports/${id}/problems?language=en`).buffer(true);
  expect(english.text).toContain('no such day: “31/02/1970”');
});

describe('an import is taken back whole', () => {
  test('what it made goes, what it filled is empty again', async () => {
    await t.given.patient(practice, { birthName: 'DURAND', firstName: 'Paul', phone: null });
    const before = await everything();
    const { id } = await mover.check(
      `${head}DURAND;;Paul;17/05/1980;M;0639981299;p@exemple.fr;1 rue A;59000;Lille;;MGEN\nNEUF;;Anne;01/01/1970;F;;;;;;;\n`,
    );
    await mover.commit(id);
    const undone = await mover.undo(id);
    expect([undone.state, undone.undoneByName, undone.undoUntil]).toEqual(['undone', 'Sonia DUBREUIL', null]);
    expect(await everything()).toEqual(before);
    expect(await rows('select line from import_line where practice_id = $1')).toEqual([]);
    const again = await mover.desk.post(`/imports/${id}/undo`);
    expect([again.status, again.body.code]).toEqual([409, 'import.wrong_state']);
  });

  test('not once one of them has a visit, was edited, or its days are over', async () => {
    const { id } = await mover.check(patientsCsv(5));
    await mover.commit(id);
    const [first, second] = await rows<{ id: string }>('select id from patient where practice_id = $1 order by number');
    const secretary = await t.given.desk(practice, ['secretary']);
    const booked = await secretary.post('/appointments', {
      ...{ patientId: first?.id, resourceId: practice.martin.resourceId, motifId: practice.consultation },
      ...{ day: '2026-03-03', startMin: 600, durationMin: 15 },
    });
    expect(booked.status).toBe(201);
    await t.given.within(practice, () =>
      t.owner.query(`update patient set email = 'x@exemple.fr', version = 2 where id = $1`, [second?.id]),
    );
    const before = await everything();
    const refused = await mover.desk.post(`/imports/${id}/undo`);
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      409,
      'import.depended_on',
      { appointments: 1, invoices: 0, edited: 1 },
    ]);
    expect(await everything()).toEqual(before);

    t.clock.moveTo(new Date('2026-04-02T09:00:00+02:00'));
    const late = await mover.desk.post(`/imports/${id}/undo`);
    expect([late.status, late.body.code]).toEqual([409, 'import.undo_too_late']);
  });
});

test('two people who commit at once: one writes, the other is told', async () => {
  const { id } = await mover.check(patientsCsv(300));
  const other = new Mover(await t.given.desk(practice, ['admin']));
  const replies = await Promise.all([mover, other, mover, other].map(({ desk }) => desk.post(`/imports/${id}/commit`)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  expect((await mover.settled(id)).written).toEqual({ created: 300, changed: 0 });
  expect(await rows('select count(*)::int as all from patient where practice_id = $1')).toEqual([{ all: 300 }]);
});

test('two imports of one practice do not take each other’s numbers or people', async () => {
  const [one, two] = [await mover.check(patientsCsv(200, 'one')), await mover.check(patientsCsv(200, 'two'))];
  await Promise.all([mover.commit(one.id), mover.commit(two.id)]);
  expect(
    await rows('select count(*)::int as all, max(number)::int as last from patient where practice_id = $1'),
  ).toEqual([{ all: 400, last: 400 }]);
});

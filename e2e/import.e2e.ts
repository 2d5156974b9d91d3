import { patientsCsv } from '../seeds/dist/patients-csv.js';
import { ImportPage } from './pages/import.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { expect, people, test } from './support/test.ts';

const LINES = 20_000;
/** A year of somebody else's files: sent, checked and written on a machine that does other things too. */
const LONG_MS = 90_000;

/** The file of a practice, its last column named as nobody names it, then lines that need somebody or cannot be read. */
function practiceFile(): string {
  const csv = patientsCsv(LINES).replace(';OBSERVATIONS\r\n', ';ZONE_LIBRE_3\r\n');
  const cells = (family: string, first: string, born: string) =>
    `X;M.;${family};${family};${first};${born};M;;;;;;;;;;N;`;
  return [
    csv.trimEnd(),
    cells('ZABULON', 'Achille', '04/07/1957'),
    cells('ZABULON', 'Achille', '07/04/1957'),
    cells('ZACHARIE', 'Jean', '31/02/1970'),
    cells('', 'Inconnu', '01/02/1970'),
    '',
  ].join('\r\n');
}

test('a practice of 20 000 patients moves in by the screen, and out again', async ({ signIn }) => {
  test.setTimeout(300_000);
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const imports = new ImportPage(page);
  await sonia.open('reglages?volet=donnees');
  await expect(imports.title).toHaveText('Données');

  await test.step('the file is sent, its columns are recognised, its lines are checked', async () => {
    await imports.choose('cabinet-dumas.csv', practiceFile());
    await expect(imports.column('NOM_USUEL')).toHaveValue('usedName', { timeout: LONG_MS });
    await expect(imports.column('DATE_NAIS')).toHaveValue('birthDate');
    await expect(page).toHaveURL(/import=/);
    await expect(imports.commitButton).toBeEnabled({ timeout: LONG_MS });
  });

  await test.step('a column nobody could guess is said by hand, and checked again', async () => {
    await expect(imports.column('ZONE_LIBRE_3')).toHaveValue('');
    await imports.column('ZONE_LIBRE_3').selectOption('Note pour l’équipe');
    await expect(imports.column('ZONE_LIBRE_3')).toHaveValue('teamNote');
    await expect(imports.state('Contrôle terminé')).toBeVisible({ timeout: LONG_MS });
    await expect(imports.count('refusé')).toContainText('2');
  });

  await test.step('a page loaded again comes back to the same step', async () => {
    await page.reload();
    await expect(imports.column('ZONE_LIBRE_3')).toHaveValue('teamNote');
    await expect(imports.commitButton).toBeEnabled();
  });

  await test.step('what cannot be read says why', async () => {
    await imports.count('refusé').click();
    await expect(imports.row(/ZACHARIE/)).toContainText('ce jour n’existe pas');
    await expect(imports.row(/Inconnu/)).toContainText('le nom est vide');
  });

  await test.step('a doubtful line is decided by one key, and counted', async () => {
    await imports.count('douteux').click();
    const doubtful = imports.row(/ZABULON/).first();
    await expect(doubtful).toContainText('jour et mois inversés');
    await doubtful.focus();
    await page.keyboard.press('c');
    await expect(doubtful).toContainText('à créer');
    await page.reload();
    await imports.count('douteux').click();
    await expect(imports.row(/ZABULON/).first()).toContainText('à créer');
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('it is written at once', async () => {
    await imports.commitButton.click();
    await expect(imports.confirmation).toContainText('patients créés');
    await imports.confirmation.getByRole('button', { name: /^Importer/ }).click();
    await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible({ timeout: LONG_MS });
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('a patient of the file is in the palette', async () => {
    await imports.ask('zabulon ach');
    await expect(imports.found('ZABULON Achille')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the whole import is taken back', async () => {
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    await imports.confirmation.getByRole('button', { name: 'Annuler l’import' }).click();
    await expect(page.getByRole('heading', { name: 'Import annulé' })).toBeVisible({ timeout: LONG_MS });
    const { body } = await sonia.api('POST', '/patients/search', { text: 'zabulon ach', limit: 5 });
    expect(body.hits).toEqual([]);
  });
});

test('a file that cannot be used says what to do', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const imports = new ImportPage(sonia.page);
  const alert = sonia.page.getByRole('alert').first();
  const files = [
    ['vide.csv', '', 'Ce fichier est vide'],
    ['titres.csv', 'NOM;PRENOM;DATE_NAISSANCE\r\n', 'aucun patient dessous'],
    [
      'classeur.csv',
      Buffer.from('504b03041400060008000000210000000000ffd8ff', 'hex'),
      'Enregistrez le classeur en CSV',
    ],
  ] as const;
  for (const [name, content, sentence] of files) {
    await test.step(name, async () => {
      await sonia.open('reglages?volet=donnees');
      await imports.choose(name, content);
      await expect(alert).toContainText(sentence);
    });
  }
});

test('an upload that was cut goes on, also after the page was loaded again with the same file', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const imports = new ImportPage(page);
  const file = 'NOM;PRENOM;DATE_NAISSANCE\r\nZABULON;Achille;04/07/1957\r\n';
  const parts = '**/imports/*/parts/*';
  await page.route(parts, (route) => route.abort());
  await sonia.open('reglages?volet=donnees');
  await imports.choose('liste.csv', file);
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible({ timeout: LONG_MS });
  await page.unroute(parts);
  await page.reload();
  await expect(imports.state('Choisissez à nouveau « liste.csv »')).toBeVisible();
  await imports.choose('autre.csv', `${file}ZELLER;Ève;11/12/1990\r\n`);
  await expect(page.getByRole('alert')).toContainText('Ce n’est pas le même fichier');
  await imports.choose('liste.csv', file);
  await expect(imports.row(/ZABULON/)).toContainText('nouveau', { timeout: LONG_MS });
});

test('a file without the date of birth asks which column gives it', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const imports = new ImportPage(sonia.page);
  await sonia.open('reglages?volet=donnees');
  await imports.choose('liste.csv', 'NOM;PRENOM;JJMMAA\r\nZABULON;Achille;04/07/1957\r\n');
  await expect(imports.state('Il manque : Date de naissance')).toBeVisible();
  await imports.column('JJMMAA').selectOption('Date de naissance');
  await expect(imports.row(/ZABULON/)).toContainText('nouveau');
});

test('nobody without the right finds the part, nor its address', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  await lea.open('reglages');
  await expect(lea.page.getByRole('link', { name: 'Données' })).toHaveCount(0);
  await lea.open('reglages?volet=donnees');
  await expect(lea.page.getByRole('alert')).toBeVisible();
});

/** A week of another agenda: a patient everybody knows, a meeting, a name nobody knows. */
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Ancien agenda//FR',
  ...[
    ['1', '20260310T190000', '20260310T192000', 'PETIT Jean'],
    ['2', '20260310T193000', '20260310T200000', 'Réunion d’équipe'],
    ['3', '20260311T190000', '20260311T191500', 'ZABULON Zoé'],
  ].flatMap(([uid, start, end, summary]) => [
    'BEGIN:VEVENT',
    `UID:${uid}@ancien`,
    'DTSTAMP:20260301T080000Z',
    `DTSTART;TZID=Europe/Paris:${start}`,
    `DTEND;TZID=Europe/Paris:${end}`,
    `SUMMARY:${summary}`,
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
  '',
].join('\r\n');

test('an agenda moves in from a calendar file: visits, time without patients, and what is left out', async ({
  signIn,
}) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const imports = new ImportPage(page);
  await sonia.open('reglages?volet=donnees');
  await imports.choose('ancien-agenda.ics', calendar);

  await test.step('its events wait for an agenda and a motif', async () => {
    await expect(imports.title).toHaveText('Import d’agenda');
    await page.getByLabel('Agenda par défaut').first().selectOption('Dr Hélène MARTIN');
    await expect(imports.row(/PETIT Jean/)).toContainText('créé', { timeout: LONG_MS });
  });

  await test.step('what is doubtful is decided', async () => {
    const meeting = imports.row(/Réunion/);
    await meeting.getByRole('button', { name: 'Sans patient' }).click();
    await expect(meeting).toContainText('Revenir');
    const unknown = imports.row(/ZABULON/);
    await unknown.getByRole('button', { name: 'Laisser' }).click();
    await expect(unknown).toContainText('laissé');
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('it is written, and stands in the day', async () => {
    await imports.commitButton.click();
    await imports.confirmation.getByRole('button', { name: /^Importer/ }).click();
    await expect(page.getByRole('heading', { name: 'Import terminé' })).toBeVisible({ timeout: LONG_MS });
    await sonia.open('jour?date=2026-03-10');
    await expect(page.getByRole('gridcell', { name: /19 h à 19 h 20.*PETIT Jean/ })).toBeVisible();
  });
});

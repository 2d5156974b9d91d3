import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { chooseMixedFile } from './support/screen-list.ts';
import { password, people, rawApi } from './support/test.ts';

const folder = path.resolve(import.meta.dirname, '../docs/screens');

interface Picture {
  readonly name: string;
  readonly who?: keyof typeof people;
  readonly phone?: boolean;
  readonly locale?: 'fr' | 'en';
  readonly theme?: 'light' | 'dark';
  /** Last part of the address. */
  readonly at?: string;
  /** Brings the screen to what the picture shows, and waits for it. */
  readonly until: (page: Page) => Promise<unknown>;
}

const shown = (text: string | RegExp) => (page: Page) => page.getByText(text).first().waitFor();
const card = (page: Page, sentence: string) => page.getByRole('gridcell', { name: sentence });

async function palette(page: Page, text: string): Promise<void> {
  await card(page, 'PETIT Jean').waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: 'premier libre' }).waitFor();
}

const day = (page: Page) => card(page, 'PETIT Jean').waitFor();

/** Twelve sessions of a knee on Mondays at 11 h 30, over Easter. */
async function series(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Patient' }).fill('willems greta');
  await page
    .getByRole('option', { name: /WILLEMS/ })
    .first()
    .click();
  await page.getByLabel('Agenda').selectOption({ label: 'Paul Roux' });
  await page.getByLabel('Motif').selectOption({ label: 'Genou' });
  await page.getByLabel('À partir du').fill('2026-03-09');
  await page.getByRole('checkbox', { name: 'lundi' }).check();
  await page.getByLabel('Heure').fill('11h30');
  await page.keyboard.press('Enter');
  await shown(/lundi de Pâques/)(page);
}

/** A sick day of Dr Leroy, noted from the head of her column; the first patient has another place. */
async function absence(page: Page): Promise<void> {
  await page.getByRole('rowheader', { name: /Dr LEROY/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Absence…' }).click();
  await shown('21 RDV touchés')(page);
  await page.keyboard.press('Control+Enter');
  const first = page.getByRole('grid').locator('tbody tr').first();
  await first.getByText('jeu. 5 mars').first().waitFor();
  await expect(first).toBeFocused();
  await page.keyboard.press('1');
  await first.getByText('Replacé').waitFor();
}

const pictures: readonly Picture[] = [
  { name: 'connexion', until: shown('Comptes de démonstration') },
  {
    name: 'jour',
    until: (page) =>
      card(page, 'KAYA Deniz')
        .click()
        .then(() => shown('Parcours')(page)),
  },
  {
    name: 'jour-sombre',
    theme: 'dark',
    until: (page) =>
      card(page, 'KAYA Deniz')
        .click()
        .then(() => shown('Parcours')(page)),
  },
  {
    name: 'jour-en',
    locale: 'en',
    until: (page) =>
      card(page, 'KAYA Deniz')
        .click()
        .then(() => shown('History')(page)),
  },
  {
    name: 'jour-reservation',
    until: async (page) => {
      await palette(page, 'dupont mari');
      await page.keyboard.press('Enter');
      await page.getByRole('radio', { name: '11 h 30' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await shown('Apportez votre carte Vitale')(page);
    },
  },
  { name: 'jour-liste', at: 'jour?liste=true', until: shown('ROUSSEL') },
  { name: 'semaine', at: 'semaine', until: shown('KAYA') },
  { name: 'semaine-sombre', theme: 'dark', at: 'semaine', until: shown('KAYA') },
  { name: 'mois', at: 'mois', until: shown(/^Occupation en/) },
  { name: 'serie', at: 'serie', until: series },
  { name: 'liste-attente', at: 'liste-attente', until: shown('Liste d’attente') },
  { name: 'palette', until: (page) => palette(page, 'dup mari') },
  {
    name: 'dossiers',
    at: 'dossiers',
    until: async (page) => {
      await page.getByRole('searchbox').fill('dup');
      await shown('DUPAS')(page);
    },
  },
  { name: 'dossier', until: shown('INS qualifiée') },
  { name: 'salle-attente', at: 'salle', until: shown('Depuis ce matin') },
  {
    name: 'caisse',
    at: 'caisse',
    until: async (page) => {
      await page.getByRole('link', { name: 'PETIT Jean' }).first().click();
      await page.getByRole('region', { name: 'PETIT Jean' }).waitFor();
      await page.getByRole('radio', { name: 'Espèces' }).check();
      await page.getByLabel('Reçu du patient').fill('20');
      await shown('À rendre')(page);
    },
  },
  { name: 'exports', who: 'accountant', at: 'exports', until: shown('Par praticien') },
  { name: 'reglages-horaires', who: 'sonia', at: 'reglages?volet=horaires', until: shown('Exceptions à venir') },
  { name: 'reglages-absences', who: 'sonia', at: 'reglages?volet=absences', until: shown('Noter une absence') },
  { name: 'reglages-motifs', who: 'sonia', at: 'reglages?volet=motifs', until: shown('Renouvellement') },
  { name: 'reglages-calendriers', who: 'sonia', at: 'reglages?volet=calendriers', until: shown('Agendas extérieurs') },
  {
    name: 'reglages-import',
    who: 'sonia',
    at: 'reglages?volet=donnees',
    until: async (page) => {
      await chooseMixedFile(page);
      await shown('Contrôle terminé')(page);
      await shown('ZACHARIE')(page);
    },
  },
  {
    name: 'ma-journee',
    who: 'martin',
    phone: true,
    at: 'ma-journee',
    until: (page) => page.getByRole('heading', { name: 'SALL Awa' }).waitFor(),
  },
  {
    name: 'ma-journee-sombre',
    who: 'martin',
    phone: true,
    theme: 'dark',
    at: 'ma-journee',
    until: (page) => page.getByRole('heading', { name: 'SALL Awa' }).waitFor(),
  },
  // Last, for it writes; and the session that is locked is its own.
  { name: 'absence', at: 'jour?date=2026-03-04', until: absence },
  {
    name: 'verrouillage',
    until: async (page) => {
      await day(page);
      await page.keyboard.press('Control+F10');
      await shown('Poste verrouillé')(page);
    },
  },
];

for (const picture of pictures) {
  test(picture.name, async ({ browser, baseURL }) => {
    if (!baseURL) throw new Error('BASE_URL is not set: run npm run screens');
    const page = await pageFor(browser, picture);
    if (picture.name === 'connexion') await page.goto(`${baseURL}/connexion`);
    else await page.goto(await addressOf(page, baseURL, picture));
    await picture.until(page);
    writeFileSync(path.join(folder, `${picture.name}.png`), await settled(page));
    await page.context().close();
  });
}

async function pageFor(browser: Browser, { phone }: Picture): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    ...(phone ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } : {}),
  });
  return context.newPage();
}

/** Signs in with the look of the picture; gives the address of its screen. */
async function addressOf(page: Page, baseURL: string, picture: Picture): Promise<string> {
  const { who = 'lea', locale = 'fr', theme = 'light', at = 'jour' } = picture;
  await page.goto(`${baseURL}/connexion`);
  const { status, body } = await rawApi(page, 'POST', '/session', { email: people[who], password });
  expect(status).toBe(200);
  await rawApi(page, 'PUT', '/session/preferences', { ...body.preferences, locale, theme });
  const { practiceId } = body.memberships[0];
  if (picture.name !== 'dossier') return `${baseURL}/p/${practiceId}/${at}`;
  const found = await rawApi(page, 'POST', `/practices/${practiceId}/patients/search`, {
    text: 'dupont marie',
    limit: 1,
  });
  return `${baseURL}/p/${practiceId}/dossiers/${found.body.hits[0].id}`;
}

/** The same pixels each time: letters loaded, no pointer over anything, and nothing that still comes. */
async function settled(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  let last: Buffer = Buffer.alloc(0);
  let next = await shot(page);
  while (!next.equals(last)) {
    // The quiet after which a late badge or letter would have come.
    await page.waitForTimeout(400);
    last = next;
    next = await shot(page);
  }
  return next;
}

const shot = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });

import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { seriousFaults } from './support/accessibility.ts';
import { ownerUrl } from './support/databases.ts';
import { listenForComplaints, sidewaysPixels, strangeWords } from './support/screen-checks.ts';
import { Server } from './support/server.ts';
import { test as base, expect, rawApi } from './support/test.ts';

const test = base.extend<{ empty: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know the fixtures asked for
  empty: async ({}, use) => {
    const server = new Server('empty');
    await server.start();
    await use(server);
    await server.stop();
  },
});

/** As `npm start` prints it on an installation nobody uses yet. */
async function firstLink(server: Server): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const client = new pg.Client({ connectionString: ownerUrl(server.database) });
  await client.connect();
  await client.query('select app.invite_first($1)', [createHash('sha256').update(token).digest()]);
  await client.end();
  return `${server.url}/bienvenue#${token}`;
}

const password = 'la pluie tombe sur Lille';

test('from an empty database to the first appointment, by the keyboard', async ({ empty, page, context }) => {
  const complaints = listenForComplaints(page);
  const { keyboard } = page;
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  /** What one types from field to field. */
  const type = async (...texts: string[]) => {
    for (const [index, text] of texts.entries()) {
      if (index > 0) await keyboard.press('Tab');
      if (text) await keyboard.type(text);
    }
  };
  const whole = async (name: string) => {
    await test.step(`${name}: whole, quiet, open to everybody`, async () => {
      expect.soft(await strangeWords(page), name).toEqual([]);
      expect.soft(await seriousFaults(page), name).toEqual([]);
      expect.soft(await sidewaysPixels(page), name).toBe(0);
    });
  };

  await test.step('the link of the terminal: who she is, and a password that counts', async () => {
    await page.goto(await firstLink(empty));
    await page.getByLabel('Prénom et nom').and(page.locator(':focus')).waitFor();
    await type('Claire MOREAU', 'claire@cabinet.fr', 'trop court');
    await keyboard.press('Enter');
    await expect(page.getByText('Douze signes au moins.', { exact: true })).toBeVisible();
    await whole('bienvenue');
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await keyboard.press('Enter');
    await expect(heading('Votre cabinet')).toBeFocused();
  });

  await test.step('the practice: a fault is told at its field, which takes the focus', async () => {
    await whole('cabinet');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await type('Cabinet du Port', '3 quai des Salines', '598');
    await keyboard.press('Enter');
    const postalCode = page.getByLabel('Code postal');
    await expect(postalCode).toBeFocused();
    await expect(page.getByText('Cinq chiffres, par exemple 59000.')).toBeVisible();
    await keyboard.type('00');
    await type('', 'Lille');
    await keyboard.press('Enter');
    await expect(heading('Les praticiens')).toBeFocused();
  });

  await test.step('the practitioner: a wrong RPPS is refused by its key', async () => {
    await page.getByLabel('Prénom').focus();
    await type('Hélène', 'Martin', '', '10999990011');
    await keyboard.press('Enter');
    await expect(page.getByText(/Ce RPPS n’a pas la bonne clé/)).toBeVisible();
    await whole('praticiens');
    await page.getByLabel(/^RPPS/).fill('10999990012');
    await keyboard.press('Enter');
    await expect(heading('Les horaires')).toBeFocused();
  });

  await test.step('the hours: typed as one says them, open every day so that tomorrow is', async () => {
    for (const day of ['samedi', 'dimanche']) {
      await page.getByLabel(day).focus();
      await keyboard.type('8h30-12h');
    }
    await keyboard.press('Tab');
    await expect(page.getByLabel('dimanche')).toHaveValue('8\u00a0h\u00a030–12\u00a0h');
    await whole('horaires');
    await page.getByLabel('lundi').focus();
    await keyboard.press('Enter');
    await expect(heading('Les motifs')).toBeFocused();
  });

  await test.step('the motifs of the model are there with their minutes', async () => {
    await expect(page.getByLabel('Durée en minutes : Consultation')).toHaveValue('15');
    await whole('motifs');
    await page.getByLabel('Durée en minutes : Consultation').focus();
    await keyboard.press('Enter');
    await expect(heading('Les accès')).toBeFocused();
  });

  await test.step('the people; a reload keeps all that was typed', async () => {
    await page.getByLabel('Prénom et nom').focus();
    await type('Zoé PETIT', 'zoe@cabinet.fr');
    await page.reload();
    await expect(page.getByLabel('Adresse électronique', { exact: true })).toHaveValue('zoe@cabinet.fr');
    await whole('accès');
    await page.getByLabel('Prénom et nom').focus();
    await keyboard.press('Enter');
    await expect(heading('Tout est prêt')).toBeFocused();
    await page.goBack();
    await expect(heading('Les accès')).toBeVisible();
    await page.goForward();
    await expect(heading('Tout est prêt')).toBeVisible();
    await expect(page.getByText('Dr Hélène MARTIN')).toBeVisible();
    await whole('résumé');
  });

  await test.step('written once, however often it is struck; then each link, once', async () => {
    await page.getByRole('button', { name: /Créer le cabinet/ }).dblclick();
    await expect(heading('Cabinet du Port est ouvert')).toBeFocused();
    await whole('liens');
  });

  const zoeLink = (await page.locator('code').first().textContent()) ?? '';

  await test.step('her day is open, and the first appointment is booked', async () => {
    await page.getByRole('button', { name: 'Ouvrir la journée' }).focus();
    await keyboard.press('Enter');
    await expect(page.getByText('Dr MARTIN').first()).toBeVisible();
    await keyboard.press('F2');
    await page.getByRole('combobox').first().waitFor();
    await keyboard.type('hoarau marie');
    await keyboard.press('Control+Enter');
    await page.getByLabel(/Date de naissance/).fill('12/04/1990');
    await page.getByLabel(/^Téléphone/).fill('06 39 98 12 34');
    const female = page.getByRole('radio', { name: /^F/ });
    if (await female.count()) await female.first().check({ force: true });
    await keyboard.press('Control+Enter');
    const firstPlace = page.getByRole('radio', { name: /\d\sh/ }).first();
    await firstPlace.waitFor();
    await keyboard.press('ArrowDown');
    await expect(firstPlace).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('gridcell', { name: /HOARAU Marie/ })).toBeVisible();
  });

  await test.step('the link handed over opens the same practice, once', async () => {
    const other = await context.browser()?.newContext();
    const zoe = await other?.newPage();
    if (!zoe) throw new Error('no second browser');
    await zoe.goto(zoeLink);
    await expect(zoe.getByText('Zoé PETIT, choisissez votre mot de passe pour Cabinet du Port.')).toBeVisible();
    await zoe.getByLabel('Mot de passe', { exact: true }).fill(password);
    await zoe.keyboard.press('Enter');
    await expect(zoe.getByText('Dr MARTIN').first()).toBeVisible();
    await zoe.goto('about:blank');
    await zoe.goto(zoeLink);
    await expect(zoe.getByText('Ce lien a déjà servi.', { exact: false })).toBeVisible();
    await other?.close();
  });

  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});

test('in English and in the dark every step is as whole, and nobody else gets in', async ({ empty, page }) => {
  const link = await firstLink(empty);
  const token = link.split('#')[1];
  await page.goto(`${empty.url}/connexion`);
  await page.getByLabel('Mot de passe', { exact: true }).waitFor();
  const person = { displayName: 'Claire MOREAU', email: 'claire@cabinet.fr' };
  const { status, body } = await rawApi(page, 'POST', '/invitations/accept', { token, password, person });
  expect([status, body.founding]).toEqual([200, { practiceName: '' }]);
  await rawApi(page, 'PUT', '/session/preferences', { ...body.preferences, locale: 'en', theme: 'dark' });
  const complaints = listenForComplaints(page);
  for (const [step, title] of [
    ['cabinet', 'Your practice'],
    ['praticiens', 'The practitioners'],
    ['horaires', 'Opening hours'],
    ['motifs', 'Visit types'],
    ['acces', 'Who signs in'],
    ['resume', 'All is ready'],
  ]) {
    await page.goto(`${empty.url}/premiere-installation?etape=${step}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect.soft(await strangeWords(page), step).toEqual([]);
    expect.soft(await seriousFaults(page), step).toEqual([]);
  }
  await test.step('with nothing typed, the last button leads back to what is missing', async () => {
    await page.getByRole('button', { name: /Create the practice/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your practice' })).toBeVisible();
    await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await rawApi(page, 'DELETE', '/session');
  await page.goto(`${empty.url}/premiere-installation`);
  await expect(page).toHaveURL(/connexion/);
});

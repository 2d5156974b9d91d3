import type { Page } from '@playwright/test';
import { seriousFaults } from './support/accessibility.ts';
import { deskScreens, type ScreenCase } from './support/screen-list.ts';
import { demoDay, expect, people, type SignedInOptions, test } from './support/test.ts';

const looks = [
  { name: 'French, light', locale: 'fr', theme: 'light' },
  { name: 'English, dark', locale: 'en', theme: 'dark' },
] as const;

for (const { name, ...look } of looks) {
  for (const who of ['lea', 'sonia', 'admin', 'martin'] as const) {
    const screens = deskScreens.filter((screen) => screen.who === who);
    test(`${name}: every screen of ${who} is whole, quiet and can be read by everybody`, async ({ signIn }) => {
      const desk = await signIn(people[who], { ...look, phone: who === 'martin' } satisfies SignedInOptions);
      const complaints = listen(desk.page);
      for (const screen of screens) {
        await test.step(screen.name, async () => {
          await desk.open(await screen.path(desk));
          await screen.open?.(desk.page);
          await desk.page.getByText(screen.shows[look.locale]).first().waitFor();
          await checkWords(desk.page, screen);
          expect.soft(await seriousFaults(desk.page), `${screen.name}: accessibility`).toEqual([]);
          for (const [width, height] of who === 'martin'
            ? []
            : ([
                [1440, 900],
                [1280, 800],
              ] as const)) {
            await desk.page.setViewportSize({ width, height });
            expect.soft(await overflow(desk.page), `${screen.name} at ${width} × ${height}`).toBe(0);
          }
        });
      }
      expect(complaints).toEqual([]);
    });
  }
}

test('at 200 % the main act of each screen is still within reach', async ({ signIn, browser }) => {
  const lea = await signIn(people.lea);
  const state = await lea.page.context().storageState();
  const context = await browser.newContext({
    storageState: state,
    viewport: { width: 720, height: 450 },
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  for (const screen of deskScreens.filter(({ who, mainAct }) => who === 'lea' && mainAct)) {
    await test.step(screen.name, async () => {
      await page.goto(`${lea.server.url}/p/${lea.practiceId}/${await screen.path(lea)}`);
      await screen.open?.(page);
      const act = page.getByRole('button', { name: screen.mainAct }).first();
      await act.scrollIntoViewIfNeeded({ timeout: 5_000 });
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/200-${screen.name}.png` });
      await expect.soft(act, screen.name).toBeInViewport({ ratio: 0.9 });
      expect.soft(await overflow(page), `${screen.name}: sideways`).toBe(0);
    });
  }
  await context.close();
});

test('a day that is closed, a patient nobody knows and a lost page say so plainly', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  await lea.open('jour?date=2026-05-01');
  await expect(lea.page.getByText('Cabinet fermé ce jour : fête du Travail.')).toBeVisible();
  await lea.open('dossiers');
  await lea.page.getByRole('searchbox', { name: 'Rechercher un patient' }).fill('qqzzyy');
  await expect(lea.page.getByText('Aucun patient. Essayez la date de naissance : 120362.')).toBeVisible();
  await lea.open('nulle-part');
  await expect(lea.page.getByText('Cette page n’existe pas, ou n’est pas ouverte à votre compte.')).toBeVisible();
  expect(demoDay).toBe('2026-03-02');
});

/** Everything the browser complains of: errors, refusals of the security policy, failed requests. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (reply) => {
    if (reply.status() >= 400) complaints.push(`${reply.status()} ${reply.url()}`);
  });
  return complaints;
}

/** A key of the locales where a sentence should stand: « planning:visit.panel », « booking.submit ». */
async function checkWords(page: Page, { name }: ScreenCase): Promise<void> {
  const text = await page.locator('body').innerText();
  const keys = text.split(/\s+/).filter((token) => /^[a-z][a-zA-Z-]*[.:][a-z][a-zA-Z.]+$/.test(token));
  expect.soft(keys, `${name}: words`).toEqual([]);
  expect.soft(text, name).not.toMatch(/\{\{|undefined|NaN|\[object/);
}

/** Pixels by which the page scrolls sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

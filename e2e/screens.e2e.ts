import { seriousFaults } from './support/accessibility.ts';
import { listenForComplaints, sidewaysPixels, strangeWords } from './support/screen-checks.ts';
import { deskScreens } from './support/screen-list.ts';
import { expect, people, test } from './support/test.ts';

const looks = [
  { name: 'French, light', locale: 'fr', theme: 'light' },
  { name: 'English, dark', locale: 'en', theme: 'dark' },
] as const;
const windows = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
] as const;

for (const { name, ...look } of looks) {
  for (const who of ['lea', 'sonia', 'admin', 'martin'] as const) {
    test(`${name}: every screen of ${who} is whole, quiet and open to everybody`, async ({ signIn }) => {
      const desk = await signIn(people[who], { ...look, phone: who === 'martin' });
      const complaints = listenForComplaints(desk.page);
      for (const screen of deskScreens.filter((each) => each.who === who)) {
        await test.step(screen.name, async () => {
          await desk.open(await screen.path(desk));
          await screen.open?.(desk.page);
          await desk.page.getByText(screen.shows[look.locale]).first().waitFor();
          expect.soft(await strangeWords(desk.page), `${screen.name}: words`).toEqual([]);
          expect.soft(await seriousFaults(desk.page), `${screen.name}: accessibility`).toEqual([]);
          for (const size of who === 'martin' ? [] : windows) {
            await desk.page.setViewportSize(size);
            expect.soft(await sidewaysPixels(desk.page), `${screen.name}, ${size.width} px wide`).toBe(0);
          }
        });
      }
      expect(complaints).toEqual([]);
    });
  }
}

for (const who of ['lea', 'sonia', 'admin'] as const) {
  test(`at 200 % the main act of each screen of ${who} is still within reach`, async ({ signIn, browser }) => {
    const desk = await signIn(people[who]);
    const context = await browser.newContext({
      storageState: await desk.page.context().storageState(),
      viewport: { width: 720, height: 450 },
      deviceScaleFactor: 2,
    });
    const page = await context.newPage();
    const screens = deskScreens.filter((each) => each.mainAct && each.who === who);
    expect(screens).not.toEqual([]);
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await page.goto(`${desk.server.url}/p/${desk.practiceId}/${await screen.path(desk)}`);
        await screen.open?.(page);
        const act = page.getByRole('button', { name: screen.mainAct }).and(page.locator('button')).first();
        await act.scrollIntoViewIfNeeded({ timeout: 10_000 });
        await expect.soft(act, screen.name).toBeInViewport({ ratio: 0.9 });
        expect.soft(await sidewaysPixels(page), `${screen.name}: sideways`).toBe(0);
      });
    }
    await context.close();
  });
}

test('a closed day, a patient nobody knows and a lost page say so plainly', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  await lea.open('jour?date=2026-05-01');
  await expect(lea.page.getByText('Cabinet fermé ce jour : fête du Travail.')).toBeVisible();
  await lea.open('dossiers');
  await lea.page.getByRole('searchbox', { name: 'Rechercher un patient' }).fill('qqzzyy');
  await expect(lea.page.getByText('Aucun patient. Essayez la date de naissance : 120362.')).toBeVisible();
  await lea.open('nulle-part');
  await expect(lea.page.getByText('Cette page n’existe pas, ou n’est pas ouverte à votre compte.')).toBeVisible();
});

test('each of these checks finds a planted fault', async ({ page }) => {
  const complaints = listenForComplaints(page);
  await page.setContent(`<img src="data:," width="40" height="40"><div style="width: 3000px">planning:visit.panel</div>
    <p>{{count}} visits</p><script>console.error('planted')</script>`);
  expect(await seriousFaults(page)).toContainEqual(expect.stringContaining('image-alt'));
  expect(await sidewaysPixels(page)).toBeGreaterThan(0);
  expect(await strangeWords(page)).toEqual(['planning:visit.panel', '{{count}}']);
  expect(complaints).toEqual(['planted']);
});

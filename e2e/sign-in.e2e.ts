import { DayPage } from './pages/day.page.ts';
import { SignInPage } from './pages/sign-in.page.ts';
import { expect, password, people, test } from './support/test.ts';

test('a secretary signs in with the keyboard; a wrong password keeps her address', async ({ page, server }) => {
  const door = new SignInPage(page, server.url);
  await door.open();

  await test.step('a wrong password says so, and is asked again', async () => {
    await door.signInByKeyboard(people.lea, 'autre-chose');
    await expect(page.getByText('Adresse ou mot de passe inconnu.')).toBeVisible();
    await expect(door.email).toHaveValue(people.lea);
    await expect(door.password).toBeFocused();
  });

  await test.step('the right one opens the day', async () => {
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await expect(new DayPage(page).title).toHaveText('lundi 2 mars 2026');
  });

  await test.step('signed out, her day’s address shows nothing', async () => {
    const left = page.url();
    await page.getByRole('button', { name: 'Menu de Léa BERNARD' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
    await page.goto(left);
    await expect(door.password).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(0);
  });
});

test('no page asks anything of another host', async ({ page, server }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(server.url).host) elsewhere.push(request.url());
  });
  const door = new SignInPage(page, server.url);
  await door.open();
  await door.signInByKeyboard(people.lea, password);
  for (const screen of ['Jour', 'Salle', 'Caisse', 'Dossiers']) {
    await page.getByRole('navigation', { name: 'Écrans' }).getByRole('link', { name: screen }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(elsewhere).toEqual([]);
});

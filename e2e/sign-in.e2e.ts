import { expect, password, people, test } from './support/test.ts';

test('a secretary signs in with the keyboard, locks her desk, and finds it as she left it', async ({
  page,
  server,
}) => {
  await test.step('a wrong password says so and keeps the mail', async () => {
    await page.goto(server.url);
    await page.getByLabel('E-mail').fill(people.lea);
    await page.getByLabel('Mot de passe', { exact: true }).fill('autre-chose');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(people.lea);
  });

  await test.step('the right one opens the day', async () => {
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('lundi 2 mars');
  });

  await test.step('locked, nothing of a patient can be read; unlocked, the same screen is there', async () => {
    await page.keyboard.press('Control+F10');
    const field = page.getByLabel('Mot de passe', { exact: true });
    await expect(field).toBeFocused();
    const behind = page.locator('[inert]').first();
    await expect(behind).toBeAttached();
    await field.fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('lundi 2 mars');
    await expect(field).toHaveCount(0);
  });
});

test('no page asks anything of another host', async ({ page, server }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(server.url).host) elsewhere.push(request.url());
  });
  await page.goto(server.url);
  await page.getByLabel('E-mail').fill(people.lea);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  for (const screen of ['Jour', 'Salle', 'Caisse', 'Dossiers']) {
    await page.getByRole('navigation').getByRole('link', { name: screen }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(elsewhere).toEqual([]);
});

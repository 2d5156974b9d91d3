import { expect, password, people, test } from './support/test.ts';

const chosen = 'la pluie tombe sur Lille';

test('an administrator lets somebody in and ends her access, by the keyboard', async ({ signIn, browser }) => {
  const { page, ...admin } = await signIn(people.admin);
  const { keyboard } = page;
  const practice = `${admin.server.url}/p/${admin.practiceId}`;
  await page.goto(`${practice}/reglages?volet=membres`);

  const link = await test.step('a new person: the password is asked again, the link is shown once', async () => {
    await page.getByRole('button', { name: 'Ajouter' }).press('Enter');
    await page.getByLabel('Prénom et nom').and(page.locator(':focus')).waitFor();
    await keyboard.type('Zoé PETIT');
    await keyboard.press('Tab');
    await keyboard.type('zoe@tilleuls.demo');
    await keyboard.press('Control+Enter');
    await page.getByLabel('Mot de passe').and(page.locator(':focus')).waitFor();
    await keyboard.type(password);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Lien de Zoé PETIT' })).toBeVisible();
    const address = await page.locator('code').textContent();
    await keyboard.press('Escape');
    await expect(page.getByRole('row', { name: /Zoé PETIT.*lien à ouvrir/ })).toBeVisible();
    return address ?? '';
  });

  const context = await browser.newContext();
  const zoe = await context.newPage();
  await test.step('she chooses her password, and is at the desk', async () => {
    await zoe.goto(link);
    await zoe.getByLabel('Mot de passe', { exact: true }).and(zoe.locator(':focus')).waitFor();
    await zoe.keyboard.type(chosen);
    await zoe.keyboard.press('Enter');
    await expect(zoe.getByRole('heading', { level: 1, name: 'lundi 2 mars 2026' })).toBeVisible();
  });

  await test.step('her own row says who may change it: not she', async () => {
    await page.getByRole('button', { name: 'Catherine LEMOINE', exact: true }).press('Enter');
    await expect(page.getByText('Personne ne change ses propres droits.', { exact: false })).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('her access ends, and her desk with it', async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: /Zoé PETIT.*ouvert/ })).toBeVisible();
    await page.getByRole('button', { name: 'Zoé PETIT', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Mettre fin à l’accès' }).press('Enter');
    const sure = page.getByRole('alertdialog');
    await sure.getByRole('button', { name: 'Mettre fin à l’accès' }).and(page.locator(':focus')).waitFor();
    await keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /Zoé PETIT.*terminé/ })).toBeVisible();
    await zoe.reload();
    await expect(zoe).toHaveURL(/connexion/);
  });
  await context.close();
});

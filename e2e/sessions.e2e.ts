import { seriousFaults } from './support/accessibility.ts';
import { expect, people, rawApi, test } from './support/test.ts';

test('a session left open elsewhere is seen and closed from here; that screen asks to sign in again', async ({
  signIn,
}) => {
  const [here, left] = [await signIn(people.lea), await signIn(people.lea)];
  await Promise.all([here.open('jour'), left.open('jour')]);
  const { page } = here;
  await page.getByRole('button', { name: /^Menu de/ }).click();
  await page.getByRole('menuitem', { name: 'Mes sessions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mes sessions' });
  const rows = dialog.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'ici' })).toHaveCount(1);
  await expect(rows.first()).toContainText(/Chrome sur/);
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Fermer la session/ }).click();
  await expect(rows).toHaveCount(1);
  expect((await rawApi(left.page, 'GET', '/session')).body.code).toBe('session.ended');
  await left.page.reload();
  await expect(left.page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
});

test('the API is browsed: by domain, by word, to what each endpoint takes and gives', async ({ signIn, server }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const faults: string[] = [];
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(`${server.url}/api/docs`);
  await expect(page.getByRole('heading', { name: 'API de Pupitre' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('book appointment');
  const booking = page.getByRole('group').filter({ hasText: 'Book an appointment' });
  await booking.getByText('/appointments', { exact: false }).first().click();
  await expect(booking.getByText('Idempotency-Key')).toBeVisible();
  await expect(booking.getByText('appointment.slot_taken')).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

import type { Page } from '@playwright/test';
import { DayPage } from './pages/day.page.ts';
import { SignInPage } from './pages/sign-in.page.ts';
import { expect, password, people, test } from './support/test.ts';

test('Ctrl+Z undoes the last act, for every desk', async ({ signIn }) => {
  const [lea, sonia] = await Promise.all([signIn(people.lea), signIn(people.sonia)]);
  const day = new DayPage(lea.page);
  const other = new DayPage(sonia.page);
  await Promise.all([lea.open('jour'), sonia.open('jour')]);

  await test.step('an arrival noted by mistake is taken back', async () => {
    await day.card('LEFEBVRE Annick').press('a');
    await expect(other.card('LEFEBVRE Annick, Certificat, Arrivé')).toBeVisible();
    await expect(day.status).toContainText('Dernière action : « arrivée de');
    await lea.page.keyboard.press('Control+z');
    await expect(day.toast).toContainText('Annulé : arrivée de');
    await expect(day.card('LEFEBVRE Annick, Certificat, Confirmé')).toBeVisible();
    await expect(other.card('LEFEBVRE Annick, Certificat, Confirmé')).toBeVisible();
  });

  await test.step('inside a field, Ctrl+Z is the field’s own', async () => {
    await day.card('MERCIER Denis').press('a');
    await expect(day.card('MERCIER Denis, Consultation, Arrivé')).toBeVisible();
    await day.takeInHand('dupont mar');
    await day.note.pressSequentially('abc');
    await lea.page.keyboard.press('Control+z');
    await expect(day.note).not.toHaveValue('abc');
    await expect(day.card('MERCIER Denis, Consultation, Arrivé')).toBeVisible();
  });

  await test.step('refused with its reason when a colleague has since gone on', async () => {
    await lea.page.keyboard.press('Escape');
    await other.card('MERCIER Denis').press('c');
    await expect(day.card('MERCIER Denis, Consultation, En consultation')).toBeVisible();
    await day.card('PETIT Jean').focus();
    await lea.page.keyboard.press('Control+z');
    await expect(day.toast).toContainText('Non annulé.');
    await expect(day.card('MERCIER Denis, Consultation, En consultation')).toBeVisible();
  });
});

test('a desk locked in the middle of a booking shows nothing, and gives back what was typed', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  const { keyboard } = lea.page;
  await lea.open('jour');
  await day.takeInHand('dupont mar');
  await keyboard.press('ArrowDown');
  await day.note.fill('Apporte sa radio');
  await day.booking.getByRole('checkbox', { name: 'Demandé à l’accueil' }).check();

  await test.step('locked: no name can be reached, by eye or by tool, and the server answers nobody', async () => {
    expect(await spokenNames(lea.page)).toContainEqual(expect.stringContaining('DUPONT'));
    await keyboard.press('Control+F10');
    await expect(lea.page.getByRole('heading', { name: 'Poste verrouillé' })).toBeVisible();
    expect(await spokenNames(lea.page)).not.toContainEqual(expect.stringContaining('DUPONT'));
    await keyboard.press('F2');
    await expect(day.palette).toHaveCount(0);
    await expect.poll(async () => (await lea.api('GET', '/setup')).body.code).toBe('session.locked');
  });

  await test.step('a wrong password is refused, the right one gives the form back as it was', async () => {
    const field = new SignInPage(lea.page, lea.server.url).password;
    await expect(field).toBeFocused();
    await keyboard.type('autre-chose');
    await keyboard.press('Enter');
    await expect(lea.page.getByText('Vérifiez la touche Maj, puis réessayez.')).toBeVisible();
    await field.fill(password);
    await keyboard.press('Enter');
    await expect(lea.page.getByRole('heading', { name: 'Poste verrouillé' })).toHaveCount(0);
    await expect(day.booking.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
    await expect(day.note).toHaveValue('Apporte sa radio');
    await keyboard.press('Control+Enter');
    await expect(day.card('11 h 30 à 11 h 45, Dr MARTIN, DUPONT Marie')).toBeVisible();
    await expect(day.visit).toContainText('Pris par Léa BERNARD, à l’accueil');
  });
});

/** What the browser itself hands to a screen reader. */
async function spokenNames(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ''));
}

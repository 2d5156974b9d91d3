import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { expect, people, test } from './support/test.ts';

test('a rajout by the keyboard alone: every reason told, a word said why, the card beside and marked', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const day = new DayPage(page);
  await lea.open('jour');
  const panel = day.booking;

  await test.step('a place already taken is chosen for a patient in hand', async () => {
    await day.takeInHand('dupont marie');
    await page.keyboard.press('ArrowDown');
    const time = panel.getByLabel('Heure');
    await time.focus();
    await page.keyboard.type('11h15');
    await page.keyboard.press('Enter');
  });

  await test.step('the panel says what stands there, who may pass over it, and which rajout it would be', async () => {
    await expect(panel).toContainText('Impossible à cette heure');
    await expect(panel).toContainText('Vous pouvez passer outre.');
    await expect(panel).toContainText('Rajout 1 sur 2 ce matin');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/rajout.png` });
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('Ctrl+Enter asks why first; ↵ on a word, ↵ on the button', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByRole('button', { name: 'Accord du praticien' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Mettre en rajout', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
  });

  await test.step('the visit stands beside, its card says so, and the panel says why', async () => {
    const card = day.card(/^11 h 15 à 11 h 30, Dr MARTIN, DUPONT Marie.*rajout : Accord du praticien/);
    await expect(card).toBeVisible();
    await expect(day.visit).toContainText('Accord du praticien');
    await expect(card).toHaveClass(/is-lane/);
  });

  await test.step('undone, the place is as it was', async () => {
    await page.keyboard.press('Control+z');
    await expect(day.card(/DUPONT Marie.*rajout/)).toHaveCount(0);
  });
});

test('an emergency from the palette: three places of today, and who is seen later, before Enter books it', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const day = new DayPage(page);
  await lea.open('jour');
  await day.ask('insérer urg');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Insérer une urgence' });
  await expect(panel.getByRole('combobox').or(panel.getByRole('textbox')).first()).toBeFocused();
  await page.keyboard.type('durand marine');
  await panel.getByRole('option', { name: /DURAND Marine/ }).waitFor();
  await page.keyboard.press('Enter');
  const places = panel.getByRole('group', { name: 'Aujourd’hui' }).getByRole('button');
  await expect(places).toHaveCount(3);
  await expect(places.first()).toContainText(/17.h.*Dr Leroy.*réservé urgence/);
  await expect(places.first()).toBeFocused();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/urgence.png` });
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(day.card(/DURAND Marine.*urgence/i)).toBeVisible();
});

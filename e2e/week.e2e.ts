import { DayPage } from './pages/day.page.ts';
import { WeekPage } from './pages/week.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { seenWithinALook } from './support/stopwatch.ts';
import { expect, people, test } from './support/test.ts';

test('a week is walked by keys, and a free place of it is booked in the day', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const { keyboard } = page;
  const week = new WeekPage(page);
  await lea.open('semaine');
  await expect(week.title).toHaveText('Semaine 10');
  await expect(week.head('lundi 2')).toContainText('80');

  await test.step('arrows go from card to card, and to the next day', async () => {
    await week.cell('VASSEUR Bernard').focus();
    await keyboard.press('ArrowDown');
    await expect(week.cell('DELATTRE Odile')).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(week.cell('DA CUNHA Paula')).toBeFocused();
    await expect(week.strip).toContainText('DA CUNHA Paula · mardi 3 mars');
  });

  await test.step('PgDn is the next week, Home this one, and the focus stays in the grid', async () => {
    await keyboard.press('PageDown');
    await expect(week.title).toHaveText('Semaine 11');
    await expect(week.head('lundi 9')).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)).toBe(true);
    await keyboard.press('Home');
    await expect(week.title).toHaveText('Semaine 10');
  });

  await test.step('nothing bars the way of anybody', async () => {
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('Enter on a free place opens the booking there', async () => {
    await week.cell(/^mardi 3, 8\sh\s40, libre/).focus();
    await keyboard.press('Enter');
    const day = new DayPage(page);
    await expect(page).toHaveURL(/jour\?date=2026-03-03$/);
    await expect(day.booking).toBeVisible();
    await expect(day.booking).toContainText(/mardi 3 mars/);
    await expect(day.booking).toContainText(/8\sh\s40/);
    await expect(day.grid.locator('.is-selected')).toContainText(/8\sh\s40/);
  });
});

test('a card opens its visit in the day, with the focus on it', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const week = new WeekPage(lea.page);
  await lea.open('semaine');
  await week.cell('KLEIN Martine').focus();
  await lea.page.keyboard.press('Enter');
  const day = new DayPage(lea.page);
  await expect(lea.page).toHaveURL(/jour\?date=2026-03-03&rdv=/);
  await expect(day.visit).toContainText('KLEIN');
  await expect(day.card('KLEIN Martine')).toBeFocused();
});

test('D and arrows take a visit to another day, Ctrl+Z brings it back, and a taken place is refused with its reason', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const { keyboard } = lea.page;
  const week = new WeekPage(lea.page);
  await lea.open('semaine');
  const card = week.cell('DELAHAYE Irène');

  await test.step('to the free place of the day before', async () => {
    await card.focus();
    await keyboard.press('d');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    await expect(week.toast).toContainText('RDV déplacé');
    await expect(week.cell(/^mardi 3, 8\sh\s40 à 9\sh, DELAHAYE Irène/)).toBeVisible();
    await expect(week.head('mardi 3')).toContainText('25');
  });

  await test.step('Ctrl+Z', async () => {
    await keyboard.press('Control+z');
    await expect(week.cell(/^mercredi 4, 8\sh\s40 à 9\sh, DELAHAYE Irène/)).toBeVisible();
    await expect(week.head('mardi 3')).toContainText('24');
  });

  await test.step('onto somebody else', async () => {
    await card.focus();
    await keyboard.press('d');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect(lea.page.locator('[data-ghost]')).toHaveClass(/is-barred/);
    await keyboard.press('Enter');
    await expect(lea.page.locator('.refused-move')).toContainText('Non déplacé.');
    await expect(week.cell(/^mercredi 4, 8\sh\s40 à 9\sh, DELAHAYE Irène/)).toBeVisible();
  });

  await test.step('all the same, beside it, with a reason', async () => {
    const band = lea.page.locator('.refused-move');
    await expect(band).toContainText('Vous pouvez passer outre.');
    await band.getByRole('button', { name: 'Mettre en rajout' }).click();
    await expect(band.getByRole('button', { name: 'Accord du praticien' })).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await expect(week.toast).toContainText('RDV déplacé');
    await expect(week.cell(/^vendredi 6, 8\sh\s40 à 9\sh, DELAHAYE Irène/)).toBeVisible();
    await expect(band).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(card).toHaveAccessibleName(/^mercredi 4/);
  });
});

test('a place another desk speaks about is held in the week too, and free again when it is let go', async ({
  signIn,
}) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const week = new WeekPage(lea.page);
  await lea.open('semaine');
  await expect(week.head('lundi 2')).toBeVisible();
  const held = week.cell('11 h 30, Sonia DUBREUIL tient ce créneau');
  const day = new DayPage(sonia.page);
  await sonia.open('jour');
  await day.takeInHand('dupont marie');
  await expect(day.slot(1)).toHaveAccessibleName(/^lun\.\s2\smars\s11\sh\s30\slibre/);
  await seenWithinALook('hold in the week', () => sonia.page.keyboard.press('ArrowDown'), held);
  await expect(held).toContainText('SD');
  await sonia.page.keyboard.press('Escape');
  await expect(held).toHaveCount(0);
});

test('what another desk cancels is struck in the week, with its reason', async ({ signIn }) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const week = new WeekPage(lea.page);
  await lea.open('semaine');
  await expect(week.cell('KLEIN Martine')).toBeVisible();
  await sonia.open('jour?date=2026-03-03');
  const day = await sonia.api('GET', '/days/2026-03-03');
  const visits = day.body.appointments as { id: string; version: number; patient: { usedName: string } }[];
  const visit = visits.find(({ patient }) => patient.usedName === 'KLEIN');
  const cancelled = await sonia.api(
    'POST',
    `/appointments/${visit?.id}/cancel`,
    { by: 'patient', reason: 'Grippe' },
    { 'if-match': `"${visit?.version}"` },
  );
  expect(cancelled.status).toBe(200);
  await expect(week.cell(/KLEIN Martine.*Annulé, Grippe/i)).toBeVisible();
  await expect(week.head('mardi 3')).toContainText('23');
});

test('how full everybody is leads to the day and to the week, a month to both', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  await lea.open('semaine?vue=charge');
  const cell = page.getByRole('button', { name: /^Dr LEROY, mardi 3 mars : 68\s%, 18\sRDV, 5\strous/ });
  await cell.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: /^Dr MARTIN, mardi 3 mars/ })).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/jour\?date=2026-03-03&vue=/);
  await expect(page.getByRole('grid').locator('[data-head]')).toHaveCount(1);

  await lea.open('mois');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('mars 2026');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('button', { name: /^Dr MARTIN, lundi 6 avril : Férié/ })).toContainText('férié');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Ouvrir la semaine 12' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Semaine 12');
  await page.getByRole('button', { name: /Semaine de .*LEROY/ }).click();
  await expect(page.locator('.week-notice')).toContainText('congé depuis lundi 16 mars, retour lundi 23 mars');
  await page.getByRole('button', { name: 'Semaine du retour' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Semaine 13');
});

test('on a phone the week is a list a day', async ({ signIn }) => {
  const lea = await signIn(people.lea, { phone: true });
  await lea.open('semaine');
  const today = lea.page.getByRole('region', { name: /^lundi 2 mars/ });
  await expect(today.getByRole('listitem').filter({ hasText: 'KAYA Deniz' })).toBeVisible();
  expect(await seriousFaults(lea.page)).toEqual([]);
});

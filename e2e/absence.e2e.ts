import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { seenWithinALook } from './support/stopwatch.ts';
import { type Desk, expect, people, test } from './support/test.ts';

const wednesday = '2026-03-04';
const rows = (desk: Desk) => desk.page.getByRole('grid').locator('tbody tr');
const progress = (desk: Desk, done: number) => desk.page.getByText(`${done} / 21`, { exact: true });

/** The browser's own print window would wait for a person: what it would print is kept instead. */
const keepWhatIsPrinted = (desk: Desk) =>
  desk.page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector<HTMLElement>('.printed-calls')?.textContent ?? '';
    };
  });

test('a sick day over 21 patients: replaced by keyboard, seen by the other desk, printed, taken back', async ({
  signIn,
}) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const { page } = lea;
  const day = new DayPage(page);
  await lea.open(`jour?date=${wednesday}`);

  await test.step('from the head of her column; before anything is written the desk learns whom it meets', async () => {
    const head = day.grid.getByRole('rowheader', { name: /Dr LEROY/ });
    await head.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Absence…' }).click();
    await expect(day.title).toHaveText('Nouvelle absence');
    await expect(page.getByText('21 RDV touchés')).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect(day.title).toHaveText('Absence du Dr Leroy');
  });

  await test.step('the other desk finds the list on its day', async () => {
    await sonia.open('jour');
    await sonia.page.getByRole('link', { name: 'restent 21 RDV à replacer (0 / 21)' }).click();
    await expect(progress(sonia, 0)).toBeVisible();
    await expect(rows(sonia)).toHaveCount(21);
  });

  await test.step('1 takes the first place; both desks see it', async () => {
    await expect(rows(lea).first()).toBeFocused();
    await expect(rows(lea).first()).toContainText('jeu. 5 mars');
    await seenWithinALook('rebooking on the other desk', () => page.keyboard.press('1'), progress(sonia, 1));
    await expect(rows(lea).first()).toContainText('Replacé');
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('told, refused, other places: the hand never leaves the keys', async () => {
    await expect(rows(lea).nth(1)).toBeFocused();
    await page.keyboard.press('p');
    await expect(rows(lea).nth(1)).toContainText('Prévenu');
    await expect(rows(lea).nth(2)).toBeFocused();
    await page.keyboard.press('r');
    await expect(page.getByRole('button', { name: /^Annuler le RDV/ })).toBeFocused();
    await page.keyboard.press('a');
    await expect(rows(lea).nth(2)).toContainText('Refuse, annulé');
    await expect(rows(lea).nth(3)).toBeFocused();
    const second = page.getByRole('complementary').getByRole('listitem').nth(1);
    const before = await second.textContent();
    await page.keyboard.press('F8');
    await expect(second).not.toHaveText(before ?? '');
    await page.keyboard.press('2');
    await expect(rows(lea).nth(3)).toContainText('Replacé');
    await expect(progress(sonia, 4)).toBeVisible();
  });

  await test.step('Ctrl+Z takes the last one back, and it is to be called again', async () => {
    await page.keyboard.press('Control+z');
    await expect(rows(lea).nth(3)).toContainText('À appeler');
    await expect(progress(sonia, 3)).toBeVisible();
  });

  await test.step('Ctrl+P prints whom to call, with the whole numbers', async () => {
    await keepWhatIsPrinted(lea);
    await page.keyboard.press('Control+p');
    await expect(page.locator('body')).toHaveAttribute('data-printed', /18 patients à appeler/);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.printed-calls tbody tr')).toHaveCount(18);
    await expect(page.locator('.printed-calls tbody tr').first()).toContainText(/0[1-7](?:\s\d\d){4}/u);
    await expect(rows(lea).first()).toBeHidden();
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('.printed-calls')).toHaveCount(0);
  });

  await test.step('lifted, the replaced patient is back at her hour and the list is gone', async () => {
    const name = await rows(lea).first().locator('.nom').textContent();
    await page.getByRole('button', { name: 'Lever l’absence' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lever, remettre 1 RDV' }).click();
    await expect(day.card(new RegExp(`^8 h 30 à .* Dr LEROY, ${name}`))).toBeVisible();
    await expect(page.getByText('RDV à replacer')).toHaveCount(0);
  });
});

test('an absence that is over is told at its field, and nothing is sent', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  await lea.open('absences');
  const { page } = lea;
  await page.getByLabel('Du', { exact: true }).fill('27/02/2026');
  await expect(page.getByText('Cette absence est déjà passée.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/absences$/);
});

test('a doctor runs late: the desk is told whom to call, and two desks never call the same patient', async ({
  signIn,
}) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  await Promise.all([lea.open('retards'), sonia.open('retards')]);
  const table = (desk: Desk) => desk.page.getByRole('grid', { name: /Dr Martin/ }).locator('tbody tr');
  await expect(table(lea).first()).toBeFocused();
  const before = await table(lea).count();
  await seenWithinALook(
    'a patient told, on the other desk',
    () => lea.page.keyboard.press('p'),
    table(sonia).first().getByText('prévenu à 10 h 42 par Léa'),
  );
  await expect(table(lea).nth(1)).toBeFocused();
  expect(await table(sonia).count()).toBe(before);
  expect(await seriousFaults(lea.page)).toEqual([]);
  await lea.page.keyboard.press('Control+z');
  await expect(table(sonia).first()).toContainText('À prévenir');
});

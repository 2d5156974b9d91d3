import { DayPage } from './pages/day.page.ts';
import { expect, people, test } from './support/test.ts';

test('a visit is made longer by its lower edge, by keys and by buttons, and Ctrl+Z gives its length back', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const { keyboard, mouse } = page;
  const day = new DayPage(page);
  await lea.open('jour');
  const card = day.grid.locator('[data-card]').filter({ hasText: 'RENARD Sylvie' });
  const length = page.locator('.planner-length');
  const said = async () => (await card.locator('.planner-said').textContent()) ?? '';
  await card.scrollIntoViewIfNeeded();
  const before = await said();

  /** Takes the lower edge of the card and pulls it by so many pixels. */
  const pull = async (pixels: number) => {
    const box = await card.locator('[data-edge]').boundingBox();
    if (!box) throw new Error('the card has no edge');
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x, y + pixels / 2, { steps: 3 });
    await mouse.move(x, y + pixels, { steps: 3 });
  };
  const slotPx = 18;

  await test.step('Esc gives the length back', async () => {
    await pull(slotPx / 2);
    await expect(length).toBeVisible();
    await keyboard.press('Escape');
    await mouse.up();
    await expect(length).toHaveCount(0);
    expect(await said()).toBe(before);
  });

  await test.step('pulled up, it gives time back, and the toast says the new length', async () => {
    await pull(-slotPx / 2);
    await expect(length).toContainText('·');
    await mouse.up();
    await expect(day.toast).toContainText('Durée changée');
    await expect.poll(said).not.toBe(before);
  });

  await test.step('Ctrl+Z gives it back', async () => {
    await keyboard.press('Control+z');
    await expect.poll(said).toBe(before);
  });

  await test.step('D, then Maj and arrows, then Enter', async () => {
    await card.focus();
    await keyboard.press('d');
    await keyboard.press('Shift+ArrowUp');
    await expect(length).toContainText('·');
    await keyboard.press('Enter');
    await expect(day.toast).toContainText('Durée changée');
    await expect(day.visit).toContainText('Durée passée de');
    await keyboard.press('Control+z');
    await expect.poll(said).toBe(before);
  });

  await test.step('into the break: refused before anything is sent, with how far it may go', async () => {
    await pull(slotPx * 12);
    await expect(length).toHaveClass(/is-barred/);
    await mouse.up();
    await expect(page.locator('.refused-move')).toContainText('Durée inchangée.');
    await expect(page.locator('.refused-move')).toContainText('Pause.');
    await expect(page.locator('.refused-move')).toContainText('Libre jusqu’à 12 h 30.');
    expect(await said()).toBe(before);
    await page.getByRole('button', { name: 'Jusqu’à 12 h 30' }).click();
    await expect(day.toast).toContainText('Durée changée');
    await expect.poll(said).toMatch(/à 12\sh\s30,/);
  });
});

test('a view of one’s own is kept, opened by its key, and found on another desk', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const day = new DayPage(page);
  await lea.open('jour');
  const heads = day.grid.locator('[data-head]');
  await expect(heads).not.toHaveCount(2);
  await page.getByRole('button', { name: 'Vues et affichage' }).click();
  await page.getByRole('menuitem', { name: 'Mes vues…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mes vues' });
  await dialog.getByLabel('Nom', { exact: true }).fill('Matin');
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck();
  await dialog.getByRole('checkbox', { name: 'Dr MARTIN' }).check();
  await dialog.getByRole('checkbox', { name: 'Dr LEROY' }).check();
  await dialog.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await expect(heads).toHaveCount(2);

  await test.step('Alt+2 is everybody, Alt+1 is hers', async () => {
    await page.keyboard.press('Alt+2');
    await expect(heads).not.toHaveCount(2);
    await page.keyboard.press('Alt+1');
    await expect(heads).toHaveCount(2);
  });

  await test.step('another desk, the same person', async () => {
    const other = await signIn(people.lea);
    await other.open('jour');
    await expect(other.page.getByRole('radio', { name: 'Matin' })).toBeVisible();
  });
});

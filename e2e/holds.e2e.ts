import { DayPage } from './pages/day.page.ts';
import { seenWithinALook } from './support/stopwatch.ts';
import { expect, people, test } from './support/test.ts';

const heldByLea = '11 h 30, Léa BERNARD tient ce créneau';

test('a place one desk speaks about is held on the other within a look, and free again on Esc', async ({ signIn }) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const [desk, other] = [new DayPage(lea.page), new DayPage(sonia.page)];
  await Promise.all([lea.open('jour'), sonia.open('jour')]);
  await expect(other.status).toContainText('En direct');

  await test.step('moving onto a slot holds it, with the colleague’s initials and the time left', async () => {
    await desk.takeInHand('dupont marie');
    await expect(desk.slot(1)).toHaveAccessibleName(/^lun\.\s2\smars\s11\sh\s30\slibre/);
    await seenWithinALook(
      'hold on the other desk',
      () => lea.page.keyboard.press('ArrowDown'),
      other.grid.getByRole('gridcell', { name: heldByLea }),
    );
    await expect(other.grid.getByRole('gridcell', { name: heldByLea })).toContainText('LB');
  });

  await test.step('the other desk is told why, and not offered to book', async () => {
    await other.takeInHand('durand marine');
    await expect(other.slot(1)).not.toHaveAccessibleName(/^lun\.\s2\smars\s11\sh\s30/);
    await sonia.page.keyboard.press('Escape');
  });

  await test.step('Esc gives the place back', async () => {
    await lea.page.keyboard.press('Escape');
    await expect(other.grid.getByRole('gridcell', { name: heldByLea })).toHaveCount(0);
  });
});

test('the desk that held the place books it, and no hold is left behind', async ({ signIn }) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const [desk, other] = [new DayPage(lea.page), new DayPage(sonia.page)];
  await Promise.all([lea.open('jour'), sonia.open('jour')]);
  await desk.takeInHand('dupont marie');
  await lea.page.keyboard.press('ArrowDown');
  await expect(other.grid.getByRole('gridcell', { name: heldByLea })).toBeVisible();
  await lea.page.keyboard.press('Control+Enter');
  await expect(other.card('11 h 30 à 11 h 45, Dr MARTIN, DUPONT Marie')).toBeVisible();
  await expect(other.grid.getByRole('gridcell', { name: heldByLea })).toHaveCount(0);
});

test('a place is held wherever an arrow goes to it: in the palette, under a visit in hand, in its list of places', async ({
  signIn,
}) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const [desk, other] = [new DayPage(lea.page), new DayPage(sonia.page)];
  const { keyboard } = lea.page;
  await Promise.all([lea.open('jour'), sonia.open('jour')]);
  await expect(other.status).toContainText('En direct');
  const held = other.grid.getByRole('gridcell', { name: /Léa BERNARD tient ce créneau/ });

  await test.step('in the palette, from the arrow to Esc', async () => {
    await desk.ask('dupont marie');
    await lea.page.getByRole('option', { name: 'premier libre' }).waitFor();
    await expect(held).toHaveCount(0);
    await keyboard.press('ArrowRight');
    await expect(lea.page.getByRole('option', { name: 'premier libre' })).toHaveAttribute('aria-selected', 'true');
    await expect(other.grid.getByRole('gridcell', { name: heldByLea })).toBeVisible();
    await keyboard.press('Escape');
    await expect(held).toHaveCount(0);
  });

  await test.step('under a visit in hand, where it may be let go', async () => {
    await desk.card('LEFEBVRE Annick').focus();
    await keyboard.press('d');
    for (let step = 0; step < 2; step += 1) await keyboard.press('ArrowUp');
    await expect(other.grid.getByRole('gridcell', { name: /^11 h 40, Léa BERNARD/ })).toBeVisible();
    await keyboard.press('Escape');
    await expect(held).toHaveCount(0);
  });

  await test.step('in its list of places; moved there, the hold is gone', async () => {
    await keyboard.press('d');
    await keyboard.press('F8');
    await desk.visit.getByRole('radio').first().waitFor();
    await keyboard.press('ArrowDown');
    await expect(other.grid.getByRole('gridcell', { name: heldByLea })).toBeVisible();
    await keyboard.press('Enter');
    await expect(other.card('11 h 30 à 11 h 40, Dr MARTIN, LEFEBVRE Annick')).toBeVisible();
    await expect(held).toHaveCount(0);
  });
});

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

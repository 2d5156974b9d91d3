import { DayPage } from './pages/day.page.ts';
import { type Desk, expect, people, test } from './support/test.ts';

const patients = { lea: 'DUPONT Marie', sonia: 'DURAND Marine' } as const;

test('two desks race for one place: one books it, the other loses nothing and takes the next with one key', async ({
  signIn,
}) => {
  const desks = { lea: await signIn(people.lea), sonia: await signIn(people.sonia) };
  const days = { lea: new DayPage(desks.lea.page), sonia: new DayPage(desks.sonia.page) };

  await test.step('no hold gets through: the database alone decides', async () => {
    for (const { page } of Object.values(desks)) await page.route('**/holds/**', (route) => route.abort());
  });

  await test.step('both have a patient in hand, the same place chosen, and a note typed', async () => {
    for (const who of ['lea', 'sonia'] as const) {
      const day = days[who];
      await desks[who].open('jour');
      await day.takeInHand(patients[who].toLowerCase());
      await expect(day.slot(1)).toHaveAccessibleName(/^lun\.\s2\smars\s11\sh\s30\slibre/);
      await day.page.keyboard.press('ArrowDown');
      await day.note.fill(`Note de ${who}`);
    }
  });

  const statuses = await test.step('they press the key at the same instant', () =>
    bookTogether([desks.lea, desks.sonia]));
  expect([...statuses].sort()).toEqual([201, 409]);
  const loser = statuses[0] === 409 ? 'lea' : 'sonia';
  const winner = loser === 'lea' ? 'sonia' : 'lea';
  const day = days[loser];

  await test.step('the loser reads who took it, and the next free place', async () => {
    const colleague = { lea: 'Léa BERNARD', sonia: 'Sonia DUBREUIL' }[winner];
    await expect(day.problem).toContainText(`${colleague} vient de prendre ce créneau.`);
    await expect(day.problem).toContainText('Rien n’est enregistré.');
    await expect(day.problem).toContainText('Prochain libre : 15 h 20.');
    await expect(day.card(`DR MARTIN, ${patients[winner]}`)).toBeVisible();
  });

  await test.step('everything typed is still there', async () => {
    await expect(day.booking.getByRole('heading', { name: patients[loser] })).toBeVisible();
    await expect(day.note).toHaveValue(`Note de ${loser}`);
  });

  await test.step('Ctrl+Enter takes the place offered', async () => {
    await day.page.keyboard.press('Control+Enter');
    await expect(day.card(`15 h 20 à 15 h 35, Dr MARTIN, ${patients[loser]}`)).toBeVisible();
    await expect(day.visit).toContainText(`Note de ${loser}`);
    await expect(day.card(patients[loser])).toHaveCount(1);
  });
});

/** Holds both bookings until both are asked: the server gets them together. */
async function bookTogether(desks: readonly Desk[]): Promise<number[]> {
  let release = () => {};
  const together = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  for (const { page } of desks) {
    await page.route(
      '**/appointments',
      async (route) => {
        asked += 1;
        if (asked === desks.length) release();
        await together;
        await route.continue();
      },
      { times: 1 },
    );
  }
  const replies = desks.map(({ page }) => page.waitForResponse((reply) => reply.url().endsWith('/appointments')));
  await Promise.all(desks.map(({ page }) => page.keyboard.press('Control+Enter')));
  return Promise.all(replies.map(async (reply) => (await reply).status()));
}

import { DayPage } from './pages/day.page.ts';
import { demoDay, expect, people, test } from './support/test.ts';

test('the server dies in the middle of the day and comes back: the desk says so, and books once what was typed', async ({
  server,
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  const { keyboard } = lea.page;

  await test.step('a booking is being typed', async () => {
    await lea.open('jour');
    await expect(day.status).toContainText('En direct');
    await day.takeInHand('dupont mar');
    await keyboard.press('ArrowDown');
    await day.note.fill('Apporte sa radio');
  });

  await test.step('the server dies: the status bar says it, the day stays in sight', async () => {
    await server.cut();
    await expect(day.status).toContainText('Reconnexion…');
    await expect(day.card('PETIT Jean')).toBeVisible();
  });

  await test.step('booking meanwhile fails in plain words, and keeps everything', async () => {
    await keyboard.press('Control+Enter');
    await expect(day.problem).toContainText('Votre saisie est gardée.');
    await expect(day.note).toHaveValue('Apporte sa radio');
    await expect(day.booking.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
  });

  await test.step('it comes back by itself', async () => {
    await server.restart();
    await expect(day.status).toContainText('En direct', { timeout: 15_000 });
  });

  await test.step('the same key books; struck twice, it books once', async () => {
    await keyboard.press('Control+Enter');
    await keyboard.press('Control+Enter');
    await expect(day.card('11 h 30 à 11 h 45, Dr MARTIN, DUPONT Marie')).toBeVisible();
    await expect(day.visit).toContainText('Apporte sa radio');
    const { body } = await lea.api('GET', `/days/${demoDay}`);
    expect(bookedFor(body, 'DUPONT')).toHaveLength(1);
  });
});

test('a booking whose answer is lost with the server is sent again, and exists once', async ({ server, signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  await day.takeInHand('dupont mar');
  await lea.page.keyboard.press('ArrowDown');

  await test.step('the server books, and dies before it can say so', async () => {
    await lea.page.route(
      '**/appointments',
      async (route) => {
        const reply = await route.fetch();
        expect(reply.status()).toBe(201);
        await server.cut();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await lea.page.keyboard.press('Enter');
    await expect(day.problem).toContainText('Votre saisie est gardée.');
  });

  await test.step('once it is back, the same key finds the booking made', async () => {
    await server.restart();
    await expect(day.status).toContainText('En direct', { timeout: 15_000 });
    await lea.page.keyboard.press('Control+Enter');
    await expect(day.card('11 h 30 à 11 h 45, Dr MARTIN, DUPONT Marie')).toBeVisible();
    const { body } = await lea.api('GET', `/days/${demoDay}`);
    expect(bookedFor(body, 'DUPONT')).toHaveLength(1);
  });
});

interface DayAnswer {
  readonly appointments: readonly { readonly patient: { readonly usedName: string; readonly birthName: string } }[];
}

const bookedFor = ({ appointments }: DayAnswer, name: string) =>
  appointments.filter(({ patient }) => (patient.usedName || patient.birthName) === name);

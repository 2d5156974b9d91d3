import { DayPage } from './pages/day.page.ts';
import { MyDayPage } from './pages/my-day.page.ts';
import { WaitingRoomPage } from './pages/waiting-room.page.ts';
import { seenWithinALook } from './support/stopwatch.ts';
import { expect, people, test } from './support/test.ts';

test('what one browser does, the others show: an arrival, a call, a lateness', async ({ signIn }) => {
  const [lea, sonia, doctor] = await Promise.all([
    signIn(people.lea),
    signIn(people.sonia),
    signIn(people.martin, { phone: true }),
  ]);
  const room = new WaitingRoomPage(lea.page);
  const day = new DayPage(sonia.page);
  const phone = new MyDayPage(doctor.page);
  await Promise.all([lea.open('salle'), sonia.open('jour'), doctor.open('ma-journee')]);

  await test.step('an arrival noted at one desk is on the other', async () => {
    await expect(day.card('LEFEBVRE Annick, Certificat, Confirmé')).toBeVisible();
    await room.standOn('LEFEBVRE Annick', 'lef');
    await seenWithinALook(
      'arrival on the other desk',
      () => lea.page.keyboard.press('a'),
      day.card('LEFEBVRE Annick, Certificat, Arrivé'),
    );
  });

  await test.step('+10 on the doctor’s phone shifts the hours on both desks', async () => {
    await expect(day.grid.getByRole('rowheader', { name: 'Dr MARTIN +15 min' })).toBeVisible();
    await seenWithinALook(
      'lateness on the desk',
      () => phone.later.tap(),
      day.grid.getByRole('rowheader', { name: 'Dr MARTIN +25 min' }),
    );
    await lea.page.keyboard.press('Escape');
    await room.filter.fill('mercier');
    await expect(room.row('expected', 'MERCIER Denis')).toContainText('vers 12 h 25');
    await expect(phone.row('MERCIER Denis')).toContainText('12 h 25');
  });
});

test('two tabs of one browser share one stream, and the second goes on when the first closes', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const sonia = await signIn(people.sonia);
  const tabs = [lea.page, await lea.page.context().newPage()];
  const streams: string[] = [];
  lea.page.context().on('request', (request) => {
    if (request.url().endsWith('/live')) streams.push(request.url());
  });
  for (const tab of tabs) {
    await tab.goto(`${lea.server.url}/p/${lea.practiceId}/jour`);
    await expect(new DayPage(tab).status).toContainText('En direct');
  }
  const second = new DayPage(tabs[1] ?? lea.page);
  const arrive = async (sentence: string) => {
    await sonia.open('jour');
    await new DayPage(sonia.page).card(sentence).press('a');
  };

  await test.step('both hear by the one stream', async () => {
    await arrive('LEFEBVRE Annick');
    for (const tab of tabs) await expect(new DayPage(tab).card('LEFEBVRE Annick, Certificat, Arrivé')).toBeVisible();
    expect(streams).toHaveLength(1);
  });

  await test.step('the tab that listened is closed: the other opens the stream and misses nothing', async () => {
    await tabs[0]?.close();
    await expect.poll(() => streams.length).toBe(2);
    await arrive('MERCIER Denis');
    await expect(second.card('MERCIER Denis, Consultation, Arrivé')).toBeVisible();
  });
});

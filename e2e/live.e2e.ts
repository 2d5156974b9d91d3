import type { Page } from '@playwright/test';
import { DayPage } from './pages/day.page.ts';
import { MyDayPage } from './pages/my-day.page.ts';
import { WaitingRoomPage } from './pages/waiting-room.page.ts';
import { seenWithinALook } from './support/stopwatch.ts';
import { type Desk, expect, people, rawApi, test } from './support/test.ts';

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

/** Streams opened by a browser, in order. */
function streamsOf({ page }: Desk): string[] {
  const streams: string[] = [];
  page.context().on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/live')) streams.push(pathname + search);
  });
  return streams;
}

async function openDay(desk: Desk, tab: Page, practiceId = desk.practiceId): Promise<DayPage> {
  await tab.goto(`${desk.server.url}/p/${practiceId}/jour`);
  const day = new DayPage(tab);
  await expect(day.status).toContainText('En direct');
  return day;
}

async function arrive(colleague: Desk, sentence: string): Promise<void> {
  await colleague.open('jour');
  await new DayPage(colleague.page).card(sentence).press('a');
  await expect(new DayPage(colleague.page).card(new RegExp(`${sentence}.*Arrivé`))).toBeVisible();
}

test('two tabs of one browser share one stream, and the second goes on where the first was closed', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const sonia = await signIn(people.sonia);
  const streams = streamsOf(lea);
  const other = await lea.page.context().newPage();
  const first = await openDay(lea, lea.page);
  const second = await openDay(lea, other);

  await test.step('both hear by the one stream', async () => {
    await arrive(sonia, 'LEFEBVRE Annick');
    for (const day of [first, second]) await expect(day.card('LEFEBVRE Annick, Certificat, Arrivé')).toBeVisible();
    expect(streams).toHaveLength(1);
  });

  await test.step('the tab that listened is closed; what happens before the other has its stream is not lost', async () => {
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await other.route(/\/live(\?|$)/, async (route) => {
      await held;
      await route.continue();
    });
    await lea.page.close();
    await expect.poll(() => streams.length).toBe(2);
    // Where the closed tab was: the server tells what came since, and nothing has to be guessed.
    expect(streams[1]).toContain('?since=');
    await arrive(sonia, 'MERCIER Denis');
    letThrough();
    await expect(second.card('MERCIER Denis, Consultation, Arrivé')).toBeVisible();
    expect(streams).toHaveLength(2);
  });
});

test('the tab that listened is stopped: another takes over, and the first follows when it wakes', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const sonia = await signIn(people.sonia);
  const streams = streamsOf(lea);
  const other = await lea.page.context().newPage();
  const frozen = await openDay(lea, lea.page);
  const awake = await openDay(lea, other);
  const browser = await lea.page.context().newCDPSession(lea.page);

  await test.step('stopped in the middle of its work, it answers nobody', async () => {
    await browser.send('Debugger.enable');
    await browser.send('Debugger.pause');
    await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => streams.length).toBe(2);
    await arrive(sonia, 'LEFEBVRE Annick');
    await expect(awake.card('LEFEBVRE Annick, Certificat, Arrivé')).toBeVisible();
  });

  await test.step('awake again, it shows what it slept through, and listens by the other’s stream', async () => {
    await browser.send('Debugger.disable');
    await expect(frozen.card('LEFEBVRE Annick, Certificat, Arrivé')).toBeVisible();
    await arrive(sonia, 'MERCIER Denis');
    for (const day of [frozen, awake]) {
      await expect(day.card('MERCIER Denis, Consultation, Arrivé')).toBeVisible();
    }
    expect(streams).toHaveLength(2);
  });
});

test('two practices open in one browser: a stream each, and each hears its own', async ({ signIn }) => {
  const nora = await signIn(people.nora);
  const streams = streamsOf(nora);
  const { body } = await rawApi(nora.page, 'GET', '/session');
  const practices = body.memberships.map(({ practiceId }: { practiceId: string }) => practiceId);
  expect(practices.length).toBeGreaterThan(1);
  const tabs = [nora.page, await nora.page.context().newPage(), await nora.page.context().newPage()];
  const [one, two] = practices;
  for (const [at, tab] of tabs.entries()) await openDay(nora, tab, at === 2 ? two : one);
  // A stream opens once the browser has given its lock, after the day is there.
  await expect.poll(() => streams.map((address) => address.split('/')[3])).toEqual([one, two]);
});

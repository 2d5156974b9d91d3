import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { CountedKeyboard } from './support/key-counter.ts';
import { type Desk, expect, people, test } from './support/test.ts';

interface Visit {
  readonly patient: { readonly usedName: string; readonly firstName: string };
  readonly startMin: number;
  readonly endMin: number;
  readonly urgent: boolean;
}

/** DUPONT Marie's of a day, as the server has them. */
async function visitsOf(desk: Desk, day: string): Promise<Visit[]> {
  const { body } = await desk.api('GET', `/days/${day}`);
  const visits: Visit[] = body.appointments;
  return visits.filter(({ patient }) => patient.usedName === 'DUPONT' && patient.firstName === 'Marie');
}

/** Keys at most for a booking said in one sentence; what is typed is text. */
const keysOfASentence = 12;

test('a booking in one sentence: who, how long and when; Enter says whom, Enter books', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  const keys = new CountedKeyboard(lea.page);
  const slots = day.palette.getByRole('group', { name: 'Créneaux' }).getByRole('option');
  await lea.open('jour');

  await test.step('the words are told back as they were understood', async () => {
    await keys.press('F2');
    await day.paletteField.waitFor();
    await keys.field('dup ma ; 15 ; ven apm');
    await expect(day.understood).toContainText('motif Consultation, 15 min');
    await expect(day.understood).toContainText('quand ven. 6 mars, après-midi');
    await expect(day.found('DUPAS Maëlle')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('several patients answer: ↓ goes to the one on the phone, and to her own doctor', async () => {
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await expect(day.found('DUPONT Marie')).toHaveAttribute('aria-selected', 'true');
    await expect(day.understood).toContainText('patiente DUPONT Marie');
    await expect(day.understood).toContainText('avec Dr Martin');
  });

  await test.step('her next places, each with its reasons', async () => {
    await expect(slots.first()).toContainText('premier libre');
    for (const slot of await slots.all()) await expect(slot).toContainText('libre, 15 min, même médecin');
  });

  await test.step('Enter chooses her, and goes to her first place', async () => {
    await keys.press('Enter');
    await expect(slots.first()).toHaveAttribute('aria-selected', 'true');
    await expect(day.palette).toBeVisible();
  });

  await test.step('Enter books, and says what', async () => {
    await keys.press('Enter');
    await expect(day.palette).toHaveCount(0);
    await expect(day.toast).toContainText('RDV de DUPONT Marie enregistré : vendredi 6 mars à');
    expect(keys.count).toBeLessThanOrEqual(keysOfASentence);
    const [booked, ...others] = await visitsOf(lea, '2026-03-06');
    expect(others).toEqual([]);
    expect(booked?.startMin).toBeGreaterThanOrEqual(720);
    expect((booked?.endMin ?? 0) - (booked?.startMin ?? 0)).toBe(15);
  });
});

test('nothing is guessed: a doubtful word is chosen, a wrong one is said, and neither books', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { keyboard } = lea.page;
  const day = new DayPage(lea.page);
  await lea.open('jour');

  await test.step('a word with several meanings offers them; ↓ and Enter settle it', async () => {
    await day.ask('dupont marie ; suivi ; dr martin ; dem');
    const choices = day.palette
      .getByRole('group', { name: '« suivi » : que faut-il comprendre ?' })
      .getByRole('option');
    await expect(choices.filter({ hasText: 'Suivi tension' })).toHaveAttribute('aria-selected', 'true');
    expect(await seriousFaults(lea.page)).toEqual([]);
    await keyboard.press('ArrowDown');
    await expect(choices.filter({ hasText: 'Suivi diabète' })).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(day.paletteField).toHaveValue('dupont marie ; Suivi diabète ; dr martin ; dem');
    await expect(day.understood).toContainText('motif Suivi diabète, 20 min');
    await expect(day.understood).not.toContainText('plusieurs sens');
  });

  await test.step('« mardi prochain », said on a Monday, is one of two days', async () => {
    await day.paletteField.fill('dupont marie ; mardi prochain');
    const choices = day.palette.getByRole('group', { name: '« mardi prochain »' }).getByRole('option');
    await expect(choices).toHaveText(['mardi 3 mars', 'mardi 10 mars']);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(day.understood).toContainText('quand mar. 10 mars');
  });

  await test.step('what contradicts, what is over and what means nothing is said as such', async () => {
    await day.paletteField.fill('dupont marie ; ven mar ; 01/02/2026 ; xyz');
    await expect(day.understood).toContainText('« mar » contredit le reste');
    await expect(day.understood).toContainText('« 01/02/2026 » déjà passé');
    await expect(day.understood).toContainText('« xyz » non compris');
  });

  await test.step('Enter on a place then opens the panel with it, and books nothing', async () => {
    await keyboard.press('Enter');
    const first = day.palette.getByRole('group', { name: 'Créneaux' }).getByRole('option').first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(day.booking.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
    expect(await visitsOf(lea, '2026-03-06')).toEqual([]);
  });
});

test('days and hours as people say them: two half-days, an urgency, another doctor', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { keyboard } = lea.page;
  const day = new DayPage(lea.page);
  const slots = day.palette.getByRole('group', { name: 'Créneaux' }).getByRole('option');
  await lea.open('jour');

  await day.ask('dupont marie ; mar matin ou jeu après 15h');
  await expect(day.understood).toContainText('quand mardi matin ou jeudi dès 15 h, dès mar. 3 mars');
  await expect(slots).toHaveCount(3);
  await keyboard.press('F8');
  await expect(slots.first()).not.toContainText('premier libre');

  await day.paletteField.fill('dupont marie 120362 ; dr leroy ; cons 15 urgent dem');
  await expect(day.understood).toContainText('avec Dr Leroy');
  await expect(day.understood).toContainText('à noter urgent');
  await expect(slots.first()).toContainText('autre médecin');
  await slots.first().click();
  await expect(day.toast).toContainText('RDV de DUPONT Marie enregistré : mardi 3 mars');
  expect(await visitsOf(lea, '2026-03-03')).toMatchObject([{ urgent: true }]);
});

test('the same sentence in English', async ({ signIn }) => {
  const lea = await signIn(people.lea, { locale: 'en' });
  const day = new DayPage(lea.page, 'en');
  const keys = new CountedKeyboard(lea.page);
  const slots = day.palette.getByRole('group', { name: 'Free times' }).getByRole('option');
  await lea.open('jour');
  await keys.press('F2');
  await day.paletteField.waitFor();
  await keys.field('dup ma ; 15 ; fri pm');
  await expect(day.understood).toContainText('visit type Consultation, 15 min');
  await expect(day.understood).toContainText('when Fri 6 Mar, afternoon');
  await expect(day.found('DUPAS Maëlle')).toHaveAttribute('aria-selected', 'true');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await expect(day.found('DUPONT Marie')).toHaveAttribute('aria-selected', 'true');
  await expect(slots.first()).toContainText('free, 15 min, same doctor');
  await keys.press('Enter');
  await expect(slots.first()).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expect(day.toast).toContainText('Appointment booked for DUPONT Marie: Friday 6 March at');
  expect(keys.count).toBeLessThanOrEqual(keysOfASentence);

  await day.ask('dupont marie ; next tue ; apm');
  const choices = day.palette.getByRole('group', { name: '“next tue”' }).getByRole('option');
  await expect(choices).toHaveText(['Tuesday 3 March', 'Tuesday 10 March']);
  await expect(day.understood).toContainText('“apm” not understood');
});

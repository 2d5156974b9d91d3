import { DayPage } from './pages/day.page.ts';
import { ExportsPage } from './pages/exports.page.ts';
import { MyDayPage } from './pages/my-day.page.ts';
import { SignInPage } from './pages/sign-in.page.ts';
import { TillPage } from './pages/till.page.ts';
import { WaitingRoomPage } from './pages/waiting-room.page.ts';
import { printed, readBooks, sumOf } from './support/books.ts';
import { seenWithinALook } from './support/stopwatch.ts';
import { expect, password, people, test } from './support/test.ts';

test('a morning at the desk, with the keyboard alone: from the phone call to the exported month', async ({
  page,
  server,
  signIn,
}) => {
  const { keyboard } = page;
  const day = new DayPage(page);
  const room = new WaitingRoomPage(page);
  const till = new TillPage(page);
  const doctor = await signIn(people.martin, { phone: true });
  const phone = new MyDayPage(doctor.page);

  await test.step('the secretary signs in and finds her day', async () => {
    const door = new SignInPage(page, server.url);
    await door.open();
    await door.signInByKeyboard(people.lea, password);
    await expect(day.title).toHaveText('lundi 2 mars 2026');
    await expect(day.card('10 h à 10 h 20, Dr MARTIN, PETIT Jean')).toBeVisible();
  });

  await test.step('a patient is on the phone: F2 finds her by two pieces of her name, with her next places', async () => {
    await day.takeInHand('dupont mar');
    await expect(day.booking.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
    await expect(day.slot(1)).toHaveAccessibleName(/^lun\.\s2\smars\s11\sh\s30\slibre, 15\smin, même médecin/);
  });

  await test.step('↓ and Enter book her, and say so', async () => {
    await keyboard.press('ArrowDown');
    await expect(day.booking.getByText('Apportez votre carte Vitale')).toContainText(
      '« Aujourd’hui, lundi 2 mars, à 11 h 30, avec le Dr Martin, 14 allée des Tilleuls.',
    );
    await keyboard.press('Enter');
    await expect(day.toast).toContainText('RDV enregistré : DUPONT Marie, lundi 2 mars à 11 h 30, Dr MARTIN.');
    await expect(day.card('11 h 30 à 11 h 45, Dr MARTIN, DUPONT Marie, Consultation, Prévu')).toBeFocused();
  });

  await test.step('she would rather come in the afternoon: D, F8, ↓, Enter move her', async () => {
    await keyboard.press('d');
    await keyboard.press('F8');
    const place = day.visit.getByRole('radio').first();
    await expect(place).toHaveAccessibleName(/^lun\.\s2\smars\s15\sh\s20\slibre, 15\smin, même médecin/);
    await keyboard.press('ArrowDown');
    await expect(place).toBeFocused();
    await keyboard.press('Enter');
    await expect(day.toast).toContainText('RDV déplacé : DUPONT Marie, lundi 2 mars à 15 h 20');
    await expect(day.card('15 h 20 à 15 h 35, Dr MARTIN, DUPONT Marie')).toBeVisible();
    await expect(day.visit).toContainText('Déplacé du 2 mars à 11 h 30 au 2 mars à 15 h 20 par Léa BERNARD');
  });

  await test.step('she cannot come at all: Suppr, P, Enter cancel, at her request', async () => {
    const card = day.card('15 h 20 à 15 h 35, Dr MARTIN, DUPONT Marie');
    await expect(card).toBeFocused();
    await keyboard.press('Delete');
    await keyboard.press('p');
    await keyboard.press('Enter');
    await expect(day.toast).toContainText('RDV annulé : DUPONT Marie');
    await expect(day.card('DUPONT Marie, Consultation, Annulé')).toBeVisible();
    await expect(day.visit).toContainText('Annulé à la demande du patient par Léa BERNARD');
  });

  await test.step('M. Roussel is at the desk: noted in the waiting room, his doctor’s phone shows it', async () => {
    await doctor.open('ma-journee');
    await expect(phone.row('ROUSSEL Paul')).toContainText('Confirmé');
    await day.ask('aller salle');
    await keyboard.press('Enter');
    await room.standOn('ROUSSEL Paul', 'rou');
    await seenWithinALook('arrival on the phone', () => keyboard.press('a'), phone.call('ROUSSEL Paul'));
    await expect(room.row('present', 'ROUSSEL Paul')).toContainText('arrivée 10 h 42');
  });

  await test.step('the doctor ends the visit under way and calls him; the desk sees both', async () => {
    await phone.finish('SALL Awa').tap();
    await expect(room.row('toCollect', 'SALL Awa')).toBeVisible();
    await seenWithinALook(
      'call on the desk',
      () => phone.call('ROUSSEL Paul').tap(),
      room.row('inRoom', 'ROUSSEL Paul'),
    );
    await phone.finish('ROUSSEL Paul').tap();
    await expect(room.row('toCollect', 'ROUSSEL Paul')).toBeVisible();
  });

  const paid = await test.step('F9 opens his note; B, Ctrl+Enter take the card payment', async () => {
    await keyboard.press('Escape');
    await room.standOn('ROUSSEL Paul', 'rou');
    await keyboard.press('F9');
    await expect(till.note('ROUSSEL Paul')).toContainText('facture en préparation');
    await expect(till.payment).toBeVisible();
    await keyboard.press('b');
    await expect(till.payment.getByRole('radio', { name: 'Carte' })).toBeChecked();
    await keyboard.press('Control+Enter');
    await expect(till.issued).toContainText('Payé');
    await expect(till.issued.getByText('enregistrée à 10 h 42')).toBeVisible();
    return /F2026-\d{6}/.exec(await till.issued.innerText())?.[0] ?? '';
  });

  await test.step('P opens the receipt', async () => {
    const bytes = await till.printReceipt();
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(5_000);
  });

  await test.step('the accountant takes the month’s file: its sum is the total on the screen, the payment is in it', async () => {
    const accountant = await signIn(people.accountant);
    await accountant.open('exports?mois=2026-03');
    const exports = new ExportsPage(accountant.page);
    await expect(exports.title).toHaveText('Exports de mars 2026');
    await expect(exports.invoices.getByRole('button')).toBeFocused();
    const file = await exports.fileOf(() => accountant.page.keyboard.press('Enter'));
    expect(file.name).toBe('factures-2026-03.csv');
    const books = readBooks(file.text);
    expect(books.hasBom).toBe(true);
    expect(books.rows.map((row) => row.Numéro)).toContain(paid);
    await expect(exports.invoices).toContainText(printed(sumOf(books, 'Total'), 'fr'));

    const payments = await exports.fileOf(() => exports.payments.getByRole('button').press('Enter'));
    const card = readBooks(payments.text).rows.find((row) => row.Facture === paid);
    expect(card?.Moyen).toBe('carte');
    await expect(exports.payments).toContainText(printed(sumOf(readBooks(payments.text), 'Montant'), 'fr'));
  });
});

test('the same morning in English, in short: book, arrive, take the payment, export', async ({
  page,
  server,
  signIn,
}) => {
  const { keyboard } = page;
  const day = new DayPage(page, 'en');
  const room = new WaitingRoomPage(page, 'en');
  const till = new TillPage(page, 'en');

  await test.step('the sign-in page changes its language, and the desk follows', async () => {
    const french = new SignInPage(page, server.url);
    await french.open();
    await french.language.click();
    const door = new SignInPage(page, server.url, 'en');
    await door.email.fill(people.lea);
    await door.password.fill(password);
    await keyboard.press('Enter');
    await expect(day.title).toHaveText('Monday 2 March 2026');
  });

  await test.step('F2, a name, ↓, Enter book a visit', async () => {
    await day.takeInHand('dupont mar');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(day.toast).toContainText('Booked: DUPONT Marie, Monday 2 March at 11:30, Dr MARTIN.');
    await expect(day.card('11:30 to 11:45, Dr MARTIN, DUPONT Marie, Consultation, Booked')).toBeVisible();
  });

  await test.step('the patient arrives, is called in, and comes out', async () => {
    await day.ask('go waiting');
    await keyboard.press('Enter');
    await room.standOn('DUPONT Marie', 'dupont');
    for (const [key, list] of [
      ['a', 'present'],
      ['c', 'inRoom'],
      ['t', 'toCollect'],
    ] as const) {
      await keyboard.press(key);
      await expect(room.row(list, 'DUPONT Marie')).toBeVisible();
    }
  });

  await test.step('she pays by card', async () => {
    await keyboard.press('F9');
    await expect(till.note('DUPONT Marie')).toBeVisible();
    await expect(till.payment).toContainText('€30.00');
    await keyboard.press('b');
    await keyboard.press('Control+Enter');
    await expect(till.issued).toContainText('Paid');
  });

  await test.step('the administrator gives her password again and takes last month’s file', async () => {
    const admin = await signIn(people.admin, { locale: 'en' });
    await admin.open('exports');
    const exports = new ExportsPage(admin.page, 'en');
    await expect(exports.title).toHaveText('Exports for February 2026');
    await exports.invoices.getByRole('button').press('Enter');
    await exports.passwordAgain.fill(password);
    const { text } = await exports.fileOf(() => admin.page.keyboard.press('Enter'));
    await expect(exports.invoices).toContainText(printed(sumOf(readBooks(text), 'Total'), 'en'));
  });
});

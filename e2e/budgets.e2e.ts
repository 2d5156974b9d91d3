import { DayPage } from './pages/day.page.ts';
import { ExportsPage } from './pages/exports.page.ts';
import { TillPage } from './pages/till.page.ts';
import { WaitingRoomPage } from './pages/waiting-room.page.ts';
import { CountedKeyboard } from './support/key-counter.ts';
import { expect, people, test } from './support/test.ts';

/** Keys at most for the tasks done a hundred times a day, counted without the mouse (docs/performance.md). */
const budgets = { K1: 12, K2: 8, K3: 5, K4: 5, K5: 6, K7: 3, K8: 6, K10: 7 } as const;

function within(task: keyof typeof budgets, { count }: CountedKeyboard): void {
  test.info().annotations.push({ type: 'keys', description: `${task}: ${count} of ${budgets[task]}` });
  process.stdout.write(`  ${task}: ${count} keys of ${budgets[task]}\n`);
  expect(count, `${task}: keys`).toBeLessThanOrEqual(budgets[task]);
}

test('K1: a known patient on the phone is booked in the next free place', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  const keys = new CountedKeyboard(lea.page);
  await keys.press('F2');
  await keys.name('dupont ma');
  await expect(day.found('DUPONT Marie')).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await day.slot(1).waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(day.card('11 h 30 à 11 h 45, Dr MARTIN, DUPONT Marie')).toBeVisible();
  within('K1', keys);
});

test('K2: a visit is moved to another day', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  // Chosen as the arrows choose it: counted as one.
  await day.card('LEFEBVRE Annick').focus();
  const keys = new CountedKeyboard(lea.page);
  keys.count = 1;
  await keys.press('d');
  await keys.press('PageDown');
  await expect(day.title).toHaveText('mardi 3 mars 2026');
  await keys.press('F8');
  const place = day.visit.getByRole('radio').first();
  await expect(place).toHaveAccessibleName(/^mar\.\s3\smars/);
  await keys.press('ArrowDown');
  await expect(place).toBeFocused();
  await keys.press('Enter');
  await expect(day.toast).toContainText('RDV déplacé : LEFEBVRE Annick, mardi 3 mars');
  await expect(day.card('LEFEBVRE Annick')).toBeVisible();
  within('K2', keys);
});

test('K3: a visit chosen is cancelled, with who asked', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  // Chosen as the arrows choose it: counted as one.
  await day.card('LEFEBVRE Annick').focus();
  const keys = new CountedKeyboard(lea.page);
  keys.count = 1;
  await keys.press('Delete');
  await expect(day.visit.getByRole('group', { name: 'Qui annule' })).toBeVisible();
  await keys.press('p');
  await keys.press('Enter');
  await expect(day.card('LEFEBVRE Annick, Certificat, Annulé')).toBeVisible();
  within('K3', keys);
});

test('K4: an expected patient is checked in', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const room = new WaitingRoomPage(lea.page);
  await lea.open('salle');
  await expect(room.filter).toBeFocused();
  const keys = new CountedKeyboard(lea.page);
  await keys.letters('lef');
  await keys.press('Enter');
  await keys.press('a');
  await expect(room.row('present', 'LEFEBVRE Annick')).toBeVisible();
  within('K4', keys);
});

test('K5: a new patient is created with the minimum, then booked', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  const keys = new CountedKeyboard(lea.page);
  await keys.press('F2');
  // The name is one of the fields: the form takes it over.
  await keys.field('zimmer lotte');
  await expect(day.palette.getByText('Aucun patient')).toBeVisible();
  await keys.press('Enter');
  await fillNewPatient(day, keys);
  await keys.press('Control+Enter');
  await day.slot(1).waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(day.visit).toContainText('ZIMMER');
  within('K5', keys);
});

test('K7: the day list of one doctor is printed', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  await expect(day.card('CHARLES Denise')).toBeVisible();
  await day.printToScreen();
  const keys = new CountedKeyboard(lea.page);
  await keys.press('Alt+3');
  await expect(day.card('CHARLES Denise')).toHaveCount(0);
  await keys.press('Control+p');
  await expect(day.printed).toHaveCount(1);
  await expect(day.printed).toContainText('Dr Hélène MARTIN');
  await expect(day.printed).toContainText('LEFEBVRE Annick');
  await expect(day.printed).toContainText('Téléphone, note');
  await expect(day.printed.getByRole('row', { name: /LEFEBVRE Annick/, includeHidden: true })).toContainText(
    /0[67](\s\d\d){4}/,
  );
  // Enter, in the browser's own dialogue.
  keys.count += 1;
  within('K7', keys);
});

test('K8: the usual act is invoiced and paid by card, and its receipt printed', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  const till = new TillPage(lea.page);
  await lea.open('jour');
  await day.card('MULLER Chloé').focus();
  const keys = new CountedKeyboard(lea.page);
  keys.count = 1;
  await keys.press('F9');
  await expect(till.payment).toContainText('26,50 €');
  await keys.press('b');
  await keys.press('Control+Enter');
  await till.issued.waitFor();
  keys.count += 1;
  expect((await till.printReceipt()).subarray(0, 4).toString('latin1')).toBe('%PDF');
  within('K8', keys);
});

test('K10: the accountant takes the month', async ({ signIn }) => {
  const accountant = await signIn(people.accountant);
  const exports = new ExportsPage(accountant.page);
  await accountant.open('exports?mois=2026-01');
  const keys = new CountedKeyboard(accountant.page);
  await keys.press('F2');
  await exports.paletteField.waitFor();
  // Typed words are text: « export fév » is one thing said.
  await keys.field('export fév');
  await exports.palette.getByRole('option', { name: 'février 2026' }).waitFor();
  await keys.press('Enter');
  await expect(exports.title).toHaveText('Exports de février 2026');
  await expect(exports.invoices.getByRole('button')).toBeFocused();
  const { name } = await exports.fileOf(() => keys.press('Enter'));
  expect(name).toBe('factures-2026-02.csv');
  within('K10', keys);
});

/** Four fields and the keys that lead from one to the next: « + fields » of the budget. */
async function fillNewPatient({ page }: DayPage, keys: CountedKeyboard): Promise<void> {
  const form = page.getByRole('complementary', { name: 'Nouveau patient' });
  await expect(form.getByLabel('Nom de naissance')).toBeFocused();
  await expect(form.getByLabel('Nom de naissance')).toHaveValue(/zimmer/i);
  await expect(form.getByLabel('Prénom utilisé')).toHaveValue(/lotte/i);
  const next = () => page.keyboard.press('Tab');
  await next();
  await next();
  await keys.field('150390');
  await next();
  await page.keyboard.press('Space');
  await expect(form.getByRole('radio', { name: 'Femme' })).toBeChecked();
  await next();
  await keys.field('0639981234');
}

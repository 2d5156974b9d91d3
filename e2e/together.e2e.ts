import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { expect, people, test } from './support/test.ts';

const wednesday = '2026-03-04';
const thursday = '2026-03-05';

test('two visits change places where one is dropped on the other, and one Ctrl+Z puts both back', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  const { mouse, keyboard } = lea.page;
  await lea.open(`jour?date=${wednesday}`);
  const first = day.card('10 h 30 à 10 h 50, Dr MARTIN, LACOMBE Jules');
  const second = day.card('10 h 50 à 11 h 10, Dr MARTIN, DIOP Adama');
  await expect(first).toBeVisible();
  // Above the grid: once it is there, the cards stay where they are.
  await expect(lea.page.getByRole('navigation', { name: 'Retards à annoncer' })).toBeVisible();
  const [from, to] = [await first.boundingBox(), await second.boundingBox()];
  if (!from || !to) throw new Error('the cards are not drawn');
  await mouse.move(from.x + 30, from.y + 8);
  await mouse.down();
  await mouse.move(to.x + 30, to.y + 4, { steps: 4 });
  await mouse.move(to.x + 30, to.y + 8, { steps: 4 });
  await mouse.up();
  await lea.page.getByRole('button', { name: 'Échanger avec DIOP Adama' }).click();
  await expect(day.card('10 h 50 à 11 h 10, Dr MARTIN, LACOMBE Jules')).toBeVisible();
  await expect(day.card('10 h 30 à 10 h 50, Dr MARTIN, DIOP Adama')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(first).toBeVisible();
  await expect(second).toBeVisible();
});

test('a morning moves later: what each visit meets is told first, those that cannot stay, the rest goes in one act', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open(`jour?date=${wednesday}&acte=deplacer`);
  const dialog = lea.page.getByRole('dialog', { name: 'Déplacer plusieurs rendez-vous' });
  await dialog.getByLabel('Décalage (min)').fill('30');
  await expect(dialog.getByText('Fermé.').first()).toBeVisible();
  expect(await seriousFaults(lea.page)).toEqual([]);
  const leave = dialog.getByRole('button', { name: /^Laisser/ });
  while (await leave.isVisible()) await leave.click();
  await dialog.getByLabel('Décalage (min)').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(day.toast).toContainText(/RDV déplacés?\./);
  await expect(day.card('8 h 30 à 8 h 40, Dr MARTIN, TAHAR Assia')).toBeVisible();
  await lea.page.keyboard.press('Control+z');
  await expect(day.card('8 h à 8 h 10, Dr MARTIN, TAHAR Assia')).toBeVisible();
});

test('a group session is opened, a patient has a seat, the other desk sees how many are left', async ({ signIn }) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const [day, other] = [new DayPage(lea.page), new DayPage(sonia.page)];
  await sonia.open(`jour?date=${thursday}`);
  await lea.open(`jour?date=${thursday}&acte=seance`);
  const dialog = lea.page.getByRole('dialog', { name: 'Séance de groupe' });
  await dialog.getByLabel('Intitulé').fill('Préparation à la naissance');
  await dialog.getByLabel('Agenda').selectOption({ label: 'Inès NADIR' });
  await dialog.getByLabel('Places').fill('2');
  await dialog.getByLabel('Début').fill('10:20');
  await dialog.getByLabel('Durée (min)').fill('20');
  await lea.page.keyboard.press('Enter');
  await expect(other.card(/10 h 20 à 10 h 40, Inès NADIR, Préparation à la naissance, 0 \/ 2 places/)).toBeVisible();
  const panel = lea.page.getByRole('complementary', { name: 'Séance de groupe' });
  await panel.getByRole('combobox').fill('dupont marie');
  await expect(panel.getByRole('option', { name: /^DUPONT Marie/ })).toHaveAttribute('aria-selected', 'true');
  await lea.page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'DUPONT Marie' })).toBeVisible();
  await expect(other.card(/Préparation à la naissance, 1 \/ 2 places/)).toBeVisible();
  expect(await seriousFaults(lea.page)).toEqual([]);
  await expect(day.toast).toContainText('DUPONT Marie');
});

test('a staff meeting says whom it would meet, is set by Enter at another hour, and the other desk sees it', async ({
  signIn,
}) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const [day, other] = [new DayPage(lea.page), new DayPage(sonia.page)];
  await sonia.open(`jour?date=${thursday}`);
  await lea.open(`jour?date=${thursday}&acte=reunion`);
  const dialog = lea.page.getByRole('dialog', { name: 'Réunion d’équipe' });
  await expect(dialog.getByLabel('Intitulé')).toBeFocused();
  await lea.page.keyboard.type('Point d’équipe');
  await dialog.getByLabel('Début').fill('10:00');
  await lea.page.keyboard.press('Enter');
  await expect(dialog.getByText(/^Dr Martin\s:/)).toBeVisible();
  expect(await seriousFaults(lea.page)).toEqual([]);
  await dialog.getByLabel('Début').fill('13:00');
  await dialog.getByLabel('Durée (min)').fill('30');
  await dialog.getByRole('checkbox', { name: 'Inès NADIR' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Paul ROUX' }).uncheck();
  await dialog.getByLabel('Début').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(day.toast).toContainText(/Noté\s: Point d’équipe/);
  await expect(other.card(/13 h à 13 h 30, Dr MARTIN, Point d’équipe/)).toBeVisible();
});

test('the round of a doctor: address and phone on demand, in the journal, on paper', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  await lea.open('jour?acte=tournee');
  const dialog = lea.page.getByRole('dialog', { name: 'Tournée à domicile' });
  await dialog.getByRole('button', { name: 'Afficher la tournée' }).press('Enter');
  const stop = dialog.getByRole('listitem');
  await expect(stop).toContainText('DURAND');
  await expect(stop).toContainText(/12\sh\s30/);
  await expect(stop).toContainText(/0[1-9](\s\d\d){4}/);
  expect(await seriousFaults(lea.page)).toEqual([]);
  await lea.page.emulateMedia({ media: 'print' });
  const paper = lea.page.locator('.printed-calls');
  await expect(paper).toBeVisible();
  await expect(paper).toContainText('Tournée à domicile, Dr Martin');
  await expect(paper).toContainText('1 visite');
  await lea.page.emulateMedia({ media: 'screen' });
  await expect(paper).toBeHidden();
});

import { seriousFaults } from './support/accessibility.ts';
import { type Desk, expect, people, test } from './support/test.ts';

const listOf = ({ page }: Desk, column: string) => page.getByRole('table', { name: new RegExp(column) });

test('a coordinator paints the week by the keyboard, reads whom it leaves outside, and the agenda follows', async ({
  signIn,
}) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const cell = (name: RegExp) => page.getByRole('gridcell', { name });
  const effect = page.getByText(/RDV déjà pris tomben?t? hors des nouveaux horaires/);

  await sonia.open('reglages?volet=horaires');
  await test.step('Thursday from 17 h is chosen by Shift and arrows, and closed', async () => {
    await expect(cell(/^jeudi, 17.h, Consultation$/)).toBeVisible();
    await cell(/^jeudi, 17.h, Consultation$/).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Delete');
    await expect(cell(/^jeudi, 17.h.30, fermé$/)).toBeVisible();
    await expect(page.getByText(/^jeudi, 17.h.{1,3}18.h.30\s?: Fermé$/)).toBeAttached();
  });

  await test.step('Saturday afternoon opens in even weeks alone, its last hour for emergencies', async () => {
    await page.getByRole('radio', { name: 'Paires', exact: true }).focus();
    await page.keyboard.press('Space');
    await cell(/^samedi, 14.h, fermé$/).focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('radio', { name: 'Urgences' }).focus();
    await page.keyboard.press('Space');
    await cell(/^samedi, 15.h, Consultation$/).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await expect(cell(/^samedi, 15.h, Urgences$/)).toBeVisible();
  });

  await test.step('the effect is told before anything is saved', async () => {
    await expect(effect).toBeVisible();
    const { body } = await sonia.api('GET', '/setup');
    const thursdays = body.openingRules.filter(
      ({ isodow, endMin }: { isodow: number; endMin: number }) => isodow === 4 && endMin === 1110,
    );
    expect(thursdays.length).toBeGreaterThan(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('saved by Ctrl+Enter, the days follow: closed on Thursday, emergencies on even Saturdays', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^Horaires enregistrés/)).toBeVisible();
    await expect(page.getByRole('status').getByText(/RDV déjà pris tomben?t? en dehors/)).toBeVisible();
    await sonia.open('jour?date=2026-03-05&liste=true');
    await expect(listOf(sonia, 'Dr MARTIN').getByRole('row', { name: /^17.h.*Fermé/ })).toBeVisible();
    await sonia.open('jour?date=2026-03-07&liste=true');
    await expect(listOf(sonia, 'Dr MARTIN').getByRole('row', { name: /15.h.*réservé aux urgences/ })).toHaveCount(2);
    await sonia.open('jour?date=2026-03-14&liste=true');
    await expect(listOf(sonia, 'Dr MARTIN').getByRole('row', { name: /réservé aux urgences/ })).toHaveCount(0);
  });
});

test('Ctrl+Z takes a saved week back, and the list of whom it left outside goes with it', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const thursday = page.getByRole('gridcell', { name: /^jeudi, 17.h, / });
  const effect = page.getByRole('heading', { name: /RDV déjà pris tomben?t? hors des nouveaux horaires/ });
  await sonia.open('reglages?volet=horaires');
  await thursday.focus();
  await page.keyboard.press('Delete');
  await expect(effect).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Horaires enregistrés/)).toBeVisible();
  // Kept before the eyes once it is true: each line opens its visit.
  await expect(effect).toBeVisible();
  await thursday.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Annulé.*horaires/)).toBeVisible();
  await expect(thursday).toHaveAccessibleName(/Consultation$/);
  await expect(effect).toHaveCount(0);
});

test('whom the hours leave outside is listed over the week, opened by Enter, and printed with the phones', async ({
  signIn,
}) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  await sonia.open('reglages?volet=horaires');
  await page.getByRole('gridcell', { name: /^jeudi, 17.h, / }).focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Enter');
  const band = page.getByRole('status').filter({ hasText: /RDV hors horaires/ });
  await expect(band).toBeVisible();
  const lines = page.getByRole('list', { name: 'Rendez-vous hors horaires' }).getByRole('link');
  await band.getByRole('button', { name: 'Voir la liste' }).press('Enter');
  await expect(lines.first()).toBeFocused();
  const told = await lines.count();
  expect(told).toBeGreaterThan(0);
  expect(await seriousFaults(page)).toEqual([]);

  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }));
  await page.keyboard.press('Control+p');
  await expect(page.locator('[data-printed]')).toBeAttached();
  await expect(page.locator('.printed-calls tbody tr')).toHaveCount(told);
  await expect(page.locator('.printed-calls .printed-phone').first()).toHaveText(/^0[1-9](\s\d\d){4}$/);

  await lines.first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/jour\?date=2026-03-05&rdv=/);
  await expect(page.getByRole('complementary', { name: 'Rendez-vous' })).toBeVisible();
});

test('the mouse paints what it drags over', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const cell = (name: RegExp) => page.getByRole('gridcell', { name });
  await sonia.open('reglages?volet=horaires');
  await cell(/^mercredi, 14.h, fermé$/).hover();
  await page.mouse.down();
  await cell(/^mercredi, 15.h.30, fermé$/).hover();
  await page.mouse.up();
  await expect(cell(/^mercredi, 15.h.30, Consultation$/)).toBeVisible();
  await expect(cell(/^mercredi, 16.h, fermé$/)).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(cell(/^mercredi, 15.h.30, fermé$/)).toBeVisible();
});

test('an exception and a worked holiday tell their effect, are kept, and go again', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  await sonia.open('reglages?volet=horaires');
  await page.getByRole('button', { name: 'Exception' }).click();
  await page.getByLabel('Jour', { exact: true }).fill('12/03');
  await page.getByLabel('De', { exact: true }).fill('9h');
  await page.getByLabel('À', { exact: true }).fill('10h');
  await page.getByLabel('Raison (facultative)').fill('Réunion de service');
  await expect(page.getByText(/RDV déjà pris tomben?t? hors/)).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Exception enregistrée/)).toBeVisible();
  const removal = page.getByRole('button', { name: /^Retirer\s?: jeu\. 12 mars, fermé.*Réunion de service$/ });
  await expect(removal).toBeVisible();
  await sonia.open('jour?date=2026-03-12&liste=true');
  await expect(listOf(sonia, 'Dr MARTIN').getByRole('row', { name: /9.h.*Réunion de service/ })).toBeVisible();
  await sonia.open('reglages?volet=horaires');
  await removal.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
  await expect(removal).toHaveCount(0);

  await sonia.open('reglages?volet=feries');
  const easter = page.getByRole('group', { name: 'lundi 6 avril 2026' });
  await easter.getByText('Travaillé').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(easter.getByRole('radio', { name: 'Travaillé' })).toBeChecked();
  expect(await seriousFaults(page)).toEqual([]);
});

test('a locum is seen at the head of the agenda she stands in for', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  await sonia.open('reglages?volet=horaires');
  const fill = async () => {
    await page.getByRole('button', { name: 'Remplacement' }).click();
    await page.getByLabel('Du', { exact: true }).fill('9/03');
    await page.getByLabel('Au', { exact: true }).fill('13/03');
    await page.getByLabel('Nom', { exact: true }).fill('BEKRI');
    await page.getByLabel('Prénom').fill('Aïcha');
  };
  const saved = page.getByText(/^Dr BEKRI remplace du 9 au 13|^Dr BEKRI remplace du/);
  await fill();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(saved).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Annulé : remplacement par Dr BEKRI')).toBeVisible();
  await fill();
  await page.keyboard.press('Control+Enter');
  await expect(saved).toBeVisible();
  await sonia.open('jour?date=2026-03-10');
  await expect(page.getByRole('rowheader', { name: /Dr BEKRI remplace Dr MARTIN/ })).toBeVisible();
  await sonia.open('jour?date=2026-03-16');
  await expect(page.getByRole('rowheader', { name: /Dr BEKRI/ })).toHaveCount(0);
});

test('a second site, by its own clock, and the agendas at home there', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  await sonia.open('reglages?volet=sites');
  await page.getByRole('button', { name: 'Nouveau site' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Donnez un nom au site.')).toBeVisible();
  await page.getByLabel('Nom', { exact: true }).fill('Annexe de Ronchin');
  await page.getByLabel('Numéro et rue').fill('3 rue du Bac');
  await page.getByLabel('Code postal').fill('59790');
  await page.getByLabel('Commune').fill('Ronchin');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Site enregistré/)).toBeVisible();
  const home = page.getByLabel('Dr Hélène MARTIN', { exact: true });
  await home.selectOption({ label: 'Annexe de Ronchin' });
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(home.locator('option:checked')).toHaveText('Annexe de Ronchin');
  expect(await seriousFaults(page)).toEqual([]);
  await sonia.open('jour');
  await expect(page.getByRole('rowheader', { name: /Dr MARTIN.*Annexe de Ronchin/ })).toBeVisible();
});

import type { Page } from '@playwright/test';
import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { type Desk, expect, people, test } from './support/test.ts';

const conflict = (page: Page) => page.getByRole('region', { name: /a enregistré une modification/ });

async function fileOf(desk: Desk, text: string): Promise<string> {
  const { body } = await desk.api('POST', '/patients/search', { text, limit: 1 });
  return `dossiers/${body.hits[0].id}`;
}

test('two people in one patient’s file: three versions, a choice a field, nothing typed is lost', async ({
  signIn,
}) => {
  const [lea, sonia] = await Promise.all([signIn(people.lea), signIn(people.sonia)]);
  const path = await fileOf(lea, 'dupont marie');
  await Promise.all([lea.open(path), sonia.open(path)]);
  const field = ({ page }: Desk, name: string) => page.getByRole('textbox', { name });
  const edit = (desk: Desk) =>
    desk.page.getByRole('button', { name: 'Corriger\u00a0: Pense-bête de l’équipe' }).click();
  await edit(lea);
  await edit(sonia);
  await field(lea, 'À savoir').fill('Parler fort');
  await field(lea, 'Pense-bête de l’équipe').fill('Préfère le matin');
  await field(sonia, 'À savoir').fill('Malentendante');
  await sonia.page.keyboard.press('Control+s');
  await expect(field(sonia, 'À savoir')).toHaveCount(0);

  const view = conflict(lea.page);
  await test.step('Léa sees who, when, and the three values of the one field both changed', async () => {
    await expect(view).toBeVisible();
    await expect(view.getByRole('heading')).toHaveText(/^Sonia .* a enregistré une modification à 10\sh\s4\d/);
    await expect(view.getByRole('group')).toHaveCount(1);
    const group = view.getByRole('group', { name: 'À savoir' });
    await expect(group.getByRole('radio', { name: /Malentendante/ })).not.toBeChecked();
    await expect(group.getByRole('radio', { name: /Parler fort/ })).toBeChecked();
    await expect(group).toContainText('Avant');
    expect(await seriousFaults(lea.page)).toEqual([]);
  });

  await test.step('hers is chosen by the keyboard; ours of the other field is saved with it', async () => {
    await view.getByRole('radio', { name: /Parler fort/ }).focus();
    await lea.page.keyboard.press('ArrowUp');
    await expect(view.getByRole('radio', { name: /Malentendante/ })).toBeChecked();
    await expect(field(lea, 'À savoir')).toHaveValue('Malentendante');
    await lea.page.keyboard.press('Control+s');
    await expect(field(lea, 'À savoir')).toHaveCount(0);
    await expect(lea.page.getByText('Préfère le matin')).toBeVisible();
    await expect(lea.page.getByText('Malentendante').first()).toBeVisible();
  });
});

test('two people in one column’s hours: day by day', async ({ signIn }) => {
  const [sonia, admin] = await Promise.all([signIn(people.sonia), signIn(people.admin)]);
  await Promise.all([sonia.open('reglages?volet=horaires'), admin.open('reglages?volet=horaires')]);
  const start = ({ page }: Desk, day: string) => page.getByLabel(`Début, ${day}`).first();
  await start(sonia, 'lundi').fill('9h');
  await start(sonia, 'mardi').fill('9h30');
  await start(admin, 'lundi').fill('10h');
  await admin.page.keyboard.press('Control+Enter');
  const view = conflict(sonia.page);
  await expect(view).toBeVisible();
  await expect(view.getByRole('group')).toHaveCount(1);
  await view.getByRole('button', { name: 'Prendre les siennes' }).click();
  await view.getByRole('button', { name: 'Retenir ce choix' }).click();
  await expect(view).toHaveCount(0);
  await expect(start(sonia, 'lundi')).toHaveValue(/^10/);
  await expect(start(sonia, 'mardi')).toHaveValue(/^9/);
  await sonia.page.keyboard.press('Control+Enter');
  await expect(sonia.page.getByText(/^Horaires enregistrés/)).toBeVisible();
});

test('two people in one visit: the note typed here stays beside the one saved there', async ({ signIn }) => {
  const [lea, sonia] = await Promise.all([signIn(people.lea), signIn(people.sonia)]);
  const [day, other] = [new DayPage(lea.page), new DayPage(sonia.page)];
  await Promise.all([lea.open('jour'), sonia.open('jour')]);
  for (const at of [day, other]) {
    await at.card('LEFEBVRE Annick').click();
    await at.visit
      .getByRole('button', { name: /Modifier/ })
      .first()
      .click();
  }
  await day.visit.getByRole('textbox').first().fill('Vient avec sa fille');
  await other.visit.getByRole('textbox').first().fill('Certificat à préparer');
  await sonia.page.keyboard.press('Control+Enter');
  const view = conflict(lea.page);
  await expect(view).toBeVisible();
  await view.getByRole('button', { name: 'Garder les miennes' }).click();
  await lea.page.keyboard.press('Control+Enter');
  await expect(view).toHaveCount(0);
  await expect(day.visit.getByText('Vient avec sa fille')).toBeVisible();
  await expect(other.visit.getByText('Vient avec sa fille')).toBeVisible();
});

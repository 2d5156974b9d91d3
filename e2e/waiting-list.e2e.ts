import type { Page } from '@playwright/test';
import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { strangeWords } from './support/screen-checks.ts';
import { type Desk, demoDay, expect, people, test } from './support/test.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Place libre et liste d’attente' });
const panel = (page: Page, name: string) => page.getByRole('complementary', { name, exact: true });

/** Nobody waits: what the demo has on its list is taken off. */
async function emptyList(desk: Desk): Promise<void> {
  const { body } = await desk.api('GET', '/waiting-list');
  for (const { id, version } of body.entries) {
    const headers = { 'if-match': `"${version}"` };
    const gone = await desk.api('POST', `/waiting-list/${id}/withdraw`, { reason: 'error' }, headers);
    expect(gone.status).toBe(200);
  }
}

async function waits(desk: Desk, text: string, motif: string, more: object = {}): Promise<void> {
  const { body: found } = await desk.api('POST', '/patients/search', { text, limit: 1 });
  const { body: setup } = await desk.api('GET', '/setup');
  const { id: motifId, minutes } = setup.motifs.find(({ name }: { name: string }) => name === motif);
  const wish = { patientId: found.hits[0].id, motifId, durationMin: minutes, fromDay: demoDay, ...more };
  const added = await desk.api('POST', '/waiting-list', wish, { 'idempotency-key': crypto.randomUUID() });
  expect(added.status).toBe(201);
}

const columnOf = async (desk: Desk, name: string): Promise<string> => {
  const { body } = await desk.api('GET', '/setup');
  return body.resources.find(({ shortName }: { shortName: string }) => shortName === name).id;
};

test('a visit is cancelled, and the place goes to whoever waits for it, by the keyboard alone', async ({ signIn }) => {
  const [lea, sonia] = await Promise.all([signIn(people.lea), signIn(people.sonia)]);
  const day = new DayPage(lea.page);
  const { keyboard } = lea.page;
  await lea.open('jour');
  await emptyList(lea);
  const martin = await columnOf(lea, 'Dr MARTIN');
  // Only where MERCIER stands at noon: of an hour, on Mondays.
  const times = [{ isodow: 1, startMin: 720, endMin: 740 }];
  const wish = { resourceIds: [martin], times };
  await waits(lea, 'dupuis marc', 'Consultation', wish);
  await waits(lea, 'delahaye', 'Consultation', { ...wish, urgency: 'urgent' });
  await sonia.open('jour');
  await expect(day.card('MERCIER Denis')).toBeVisible();
  await expect(lea.page.getByText('Liste d’attente : 2 personnes')).toBeVisible();
  await expect(strip(lea.page)).toHaveCount(0);

  await test.step('the hole is proposed on every desk, the urgent one first', async () => {
    await day.card('MERCIER Denis').focus();
    await keyboard.press('Delete');
    await keyboard.press('p');
    await keyboard.press('Enter');
    await expect(strip(lea.page)).toContainText('12 h libre chez Dr Martin');
    await expect(strip(lea.page)).toContainText('2 personnes conviennent');
    await expect(strip(lea.page).getByRole('button', { name: /^Appeler/ })).toHaveText([
      /DELAHAYE Irène \(urgent/,
      /DUPUIS Marc/,
    ]);
    await expect(strip(sonia.page)).toContainText('12 h libre');
  });

  await test.step('Alt+A, Enter: her number, what to say; the place is held for this desk', async () => {
    await lea.page.keyboard.press('Alt+a');
    await keyboard.press('Enter');
    await expect(panel(lea.page, 'Appeler')).toContainText('lundi 2 mars à 12 h, Dr Martin');
    const reveal = panel(lea.page, 'Appeler').getByRole('button', { name: 'Voir le numéro en entier' });
    await expect(reveal).toBeFocused();
    await keyboard.press('Enter');
    await expect(panel(lea.page, 'Appeler')).toContainText(/0[67](\s\d\d){4}/);
    await expect(strip(sonia.page)).toHaveCount(0);
  });

  await test.step('she says yes: the visit is in the grid and she waits no longer', async () => {
    await keyboard.press('Control+Enter');
    await expect(day.card(/12 h à 12 h 15, Dr MARTIN, DELAHAYE Irène/)).toBeVisible();
    await expect(day.toast).toContainText('RDV donné');
    await expect(lea.page.getByText('Liste d’attente : 1 personne')).toBeVisible();
    await expect(new DayPage(sonia.page).card('DELAHAYE Irène')).toBeVisible();
  });

  await test.step('undone, she is back on the list, and the place is proposed again', async () => {
    await keyboard.press('Control+z');
    await expect(lea.page.getByText('Liste d’attente : 2 personnes')).toBeVisible();
    await expect(strip(lea.page)).toContainText('DELAHAYE');
  });

  await test.step('Esc hides the strip until something changes', async () => {
    await keyboard.press('Escape');
    await keyboard.press('Alt+a');
    await expect(strip(lea.page).getByRole('button', { name: /DELAHAYE/ })).toBeFocused();
    await keyboard.press('Escape');
    await expect(strip(lea.page)).toHaveCount(0);
    await waits(sonia, 'hamidi', 'Consultation', wish);
    await expect(strip(lea.page)).toContainText('3 personnes conviennent');
  });
});

test('no answer: the next one is called, and gets the place', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  await emptyList(lea);
  const wish = { resourceIds: [await columnOf(lea, 'Dr MARTIN')], times: [{ isodow: 1, startMin: 690, endMin: 710 }] };
  await waits(lea, 'delahaye', 'Consultation', { ...wish, urgency: 'urgent' });
  await waits(lea, 'dupuis marc', 'Renouvellement', wish);
  await strip(lea.page)
    .getByRole('button', { name: /DELAHAYE/ })
    .click();
  const calling = panel(lea.page, 'Appeler');
  await calling.getByRole('button', { name: 'Personne suivante' }).click();
  await expect(calling.getByRole('heading', { name: 'DUPUIS Marc' })).toBeVisible();
  await calling.getByRole('button', { name: 'Réserver 11 h 30' }).click();
  await expect(day.card(/11 h 30 à 11 h 50, Dr MARTIN, DUPUIS Marc/)).toBeVisible();
  await expect(lea.page.getByText('Liste d’attente : 1 personne')).toBeVisible();
});

test('from a visit: she is told if an earlier place opens, and gives hers back', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  const { keyboard } = lea.page;
  await lea.open('jour');
  await emptyList(lea);

  await test.step('the act opens the form with her visit in it', async () => {
    await day.card('LAMBERT Agnès').click();
    await day.visit.getByRole('button', { name: 'Autres actes' }).click();
    await lea.page.getByRole('menuitem', { name: 'Prévenir si plus tôt' }).click();
    const form = panel(lea.page, 'Mettre en liste d’attente');
    await expect(form.getByRole('heading', { name: 'LAMBERT Agnès' })).toBeVisible();
    await expect(form.getByRole('checkbox', { name: /Rend son rendez-vous du lundi 2 mars à 14 h/ })).toBeChecked();
    expect(await seriousFaults(lea.page)).toEqual([]);
    await keyboard.press('Control+Enter');
    await expect(day.toast).toContainText('LAMBERT Agnès est sur la liste d’attente.');
  });

  await test.step('accepted, her visit moves there', async () => {
    await expect(strip(lea.page)).toContainText('LAMBERT');
    await keyboard.press('Alt+a');
    await keyboard.press('Enter');
    await expect(panel(lea.page, 'Appeler')).toContainText('Son rendez-vous du lundi 2 mars à 14 h sera rendu');
    expect(await seriousFaults(lea.page)).toEqual([]);
    await keyboard.press('Control+Enter');
    await expect(day.card(/^11 h 30 à .*, Dr MARTIN, LAMBERT Agnès/)).toBeVisible();
    await expect(day.card('LAMBERT Agnès')).toHaveCount(1);
  });
});

test('the list: found by the palette, filtered, walked by the arrows, written in and taken off', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const { keyboard } = page;
  const day = new DayPage(page);
  await lea.open('jour');
  await emptyList(lea);
  await waits(lea, 'delahaye', 'Renouvellement', { urgency: 'urgent' });
  await waits(lea, 'hamidi', 'Consultation');

  await test.step('its page', async () => {
    await day.ask('liste att');
    await page.getByRole('option', { name: 'Liste d’attente', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Liste d’attente' })).toBeVisible();
    await expect(page.getByRole('row')).toHaveText([/Patient/, /DELAHAYE Irène.*Urgent/, /HAMIDI Leïla/]);
    expect(await strangeWords(page)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('filters and arrows', async () => {
    await page.getByRole('combobox', { name: 'Urgence' }).selectOption('urgent');
    await expect(page).toHaveURL(/urgence=urgent/);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('combobox', { name: 'Urgence' }).selectOption('');
    await expect(page.getByRole('row')).toHaveCount(3);
    await page.getByRole('button', { name: 'DELAHAYE Irène', exact: true }).focus();
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'HAMIDI Leïla', exact: true })).toBeFocused();
    await keyboard.press('Enter');
    await expect(panel(page, 'En attente').getByRole('heading', { name: 'HAMIDI Leïla' })).toBeVisible();
    await expect(panel(page, 'En attente').getByRole('button', { name: /^Appeler HAMIDI Leïla/ })).not.toHaveCount(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('changed, and told when the same person waits twice', async () => {
    await panel(page, 'En attente').getByRole('button', { name: 'Modifier' }).click();
    const form = panel(page, 'Modifier l’attente');
    await form.getByRole('checkbox', { name: 'mardi Matin' }).check();
    await form.getByLabel('Note pour l’équipe').fill('Après l’école');
    await keyboard.press('Control+Enter');
    await expect(panel(page, 'En attente')).toContainText('mar. matin');
    await expect(panel(page, 'En attente')).toContainText('Modifiée par Léa BERNARD : horaires, note');
    await keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mettre en liste d’attente' }).click();
    await keyboard.type('hamidi');
    await page.getByRole('option', { name: 'HAMIDI Leïla' }).first().waitFor();
    await keyboard.press('Enter');
    await expect(panel(page, 'Mettre en liste d’attente')).toContainText('Attend déjà pour ce motif');
  });

  await test.step('what is typed survives a reload', async () => {
    const form = panel(page, 'Mettre en liste d’attente');
    await form.getByLabel('Note pour l’équipe').fill('À rappeler');
    await expect
      .poll(async () => (await lea.api('GET', '/drafts/waiting_entry/new')).body.draft?.body.typed.note)
      .toBe('À rappeler');
    await page.reload();
    await page.getByRole('button', { name: 'Mettre en liste d’attente' }).click();
    await expect(form.getByLabel('Note pour l’équipe')).toHaveValue('À rappeler');
    await form.getByRole('button', { name: 'Annuler' }).click();
  });

  await test.step('taken off with a reason, found among the others, put back', async () => {
    await page.getByRole('button', { name: 'HAMIDI Leïla', exact: true }).click();
    const entry = panel(page, 'En attente');
    await entry.getByRole('button', { name: 'Retirer…' }).click();
    await entry.getByRole('radio', { name: 'Injoignable' }).check();
    await entry.getByRole('button', { name: 'Retirer de la liste' }).click();
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByText('Finies').click();
    await page.getByRole('button', { name: 'HAMIDI Leïla', exact: true }).click();
    await expect(entry).toContainText('Retrait par Léa BERNARD : injoignable');
    await entry.getByRole('button', { name: 'Remettre en attente' }).click();
    await expect(entry).toContainText('Remise en attente par Léa BERNARD');
  });
});

test('Ctrl+Z is about the last thing done: the one taken off comes back, the act before it stands', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const day = new DayPage(page);
  await lea.open('jour');
  await emptyList(lea);
  await waits(lea, 'delahaye', 'Consultation');
  const waiting = page.getByRole('button', { name: 'Liste d’attente : 1 personne' });
  const row = page.getByRole('button', { name: 'DELAHAYE Irène', exact: true });
  await day.card('LEFEBVRE Annick').press('a');
  await expect(day.status).toContainText('Dernière action : « arrivée de');

  await test.step('taken off the list, then taken back', async () => {
    await waiting.click();
    await row.click();
    await panel(page, 'En attente').getByRole('button', { name: 'Retirer…' }).click();
    await panel(page, 'En attente').getByRole('button', { name: 'Retirer de la liste' }).click();
    await expect(day.toast).toContainText('n’est plus sur la liste d’attente');
    await expect(row).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(day.toast).toContainText('Annulé : attente de DELAHAYE Irène');
    await expect(row).toBeVisible();
  });

  await test.step('pressed again, it says that nothing is left to undo, and the arrival stands', async () => {
    await page.keyboard.press('Control+z');
    await expect(day.toast).toContainText('Rien à annuler');
    await lea.open('jour');
    await expect(day.card('LEFEBVRE Annick, Certificat, Arrivé')).toBeVisible();
  });
});

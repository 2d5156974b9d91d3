import { DayPage } from './pages/day.page.ts';
import { type Desk, expect, people, test } from './support/test.ts';

const draftOf = async (desk: Desk, form: string, subject: string) =>
  (await desk.api('GET', `/drafts/${form}/${subject}`)).body.draft?.body ?? null;

test('what was typed in the booking panel outlives the tab, and comes back at another computer', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  await day.takeInHand('dupont mar');
  await day.note.fill('Apporte sa radio, vient avec sa fille');
  await expect.poll(() => draftOf(lea, 'booking', 'new')).toMatchObject({ note: /avec sa fille$/ });
  // The tab dies without a word.
  await lea.page.close({ runBeforeUnload: false });

  const elsewhere = await signIn(people.lea);
  const again = new DayPage(elsewhere.page);

  await test.step('at another computer the panel opens on it, and says from when it is', async () => {
    await elsewhere.open('jour');
    await elsewhere.page.getByRole('button', { name: /^RDV/ }).click();
    await expect(again.booking.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
    await expect(again.note).toHaveValue('Apporte sa radio, vient avec sa fille');
    await expect(again.booking.getByText(/^Brouillon de 10\sh\s4\d repris\.$/)).toBeVisible();
  });

  await test.step('nothing of it stands in the browser’s own storage', async () => {
    const stored = await elsewhere.page.evaluate(async () => {
      const bases = await indexedDB.databases();
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, bases.map(({ name }) => name)]);
    });
    expect(stored).not.toMatch(/DUPONT|radio/i);
  });

  await test.step('nobody else finds it', async () => {
    const sonia = await signIn(people.sonia);
    await sonia.open('jour');
    expect(await draftOf(sonia, 'booking', 'new')).toBeNull();
  });

  await test.step('booked, it is gone', async () => {
    await again.slot(1).click();
    await elsewhere.page.keyboard.press('Control+Enter');
    await expect(again.visit).toBeVisible();
    await expect.poll(() => draftOf(elsewhere, 'booking', 'new')).toBeNull();
  });
});

test('« Effacer » gives the draft up; something else typed first is not covered by it', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  await day.takeInHand('dupont mar');
  await day.note.fill('Premier texte');
  await expect.poll(() => draftOf(lea, 'booking', 'new')).toMatchObject({ note: 'Premier texte' });
  await lea.page.reload();

  await test.step('another patient in hand: the draft waits and is taken up on demand', async () => {
    await day.takeInHand('lefebvre ann');
    await expect(day.booking.getByText(/^Un brouillon de 10\sh\s4\d attend\.$/)).toBeVisible();
    await expect(day.booking.getByRole('heading', { name: 'LEFEBVRE Annick' })).toBeVisible();
    await day.booking.getByRole('button', { name: 'Reprendre' }).click();
    await expect(day.booking.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
    await expect(day.note).toHaveValue('Premier texte');
  });

  await test.step('« Effacer » empties the form and the server', async () => {
    await day.booking.getByRole('button', { name: 'Effacer', exact: true }).click();
    await expect(day.note).toHaveValue('');
    await expect.poll(() => draftOf(lea, 'booking', 'new')).toBeNull();
  });
});

test('every form gives back what was typed in it after a reload', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const day = new DayPage(page);
  const repris = page.getByText(/^Brouillon de 10\sh\s4\d repris\.$/);

  await test.step('a new patient', async () => {
    await sonia.open('dossiers');
    await page.getByRole('button', { name: 'Nouveau patient' }).click();
    await page.getByLabel('Nom de naissance').fill('TESTARD');
    await expect.poll(() => draftOf(sonia, 'new_patient', 'new')).toMatchObject({ birthName: 'TESTARD' });
    await page.reload();
    await page.getByRole('button', { name: 'Nouveau patient' }).click();
    await expect(page.getByLabel('Nom de naissance')).toHaveValue('TESTARD');
    await expect(repris).toBeVisible();
  });

  await test.step('an absence', async () => {
    await sonia.open('reglages?volet=absences');
    const note = page.getByLabel('Note pour l’équipe');
    await note.fill('Colloque à Lyon');
    await expect.poll(() => draftOf(sonia, 'absence', 'new')).toMatchObject({ note: 'Colloque à Lyon' });
    await page.reload();
    await expect(note).toHaveValue('Colloque à Lyon');
    await expect(repris).toBeVisible();
  });

  await test.step('a visit, and the reason of a cancellation', async () => {
    await sonia.open('jour');
    await day.card('LEFEBVRE Annick').click();
    await day.visit
      .getByRole('button', { name: /Modifier/ })
      .first()
      .click();
    await day.visit.getByRole('textbox').first().fill('Sonner deux fois');
    await page.waitForResponse(
      (reply) => reply.url().includes('/drafts/visit_edit/') && reply.request().method() === 'PUT',
    );
    await page.reload();
    await day.visit
      .getByRole('button', { name: /Modifier/ })
      .first()
      .click();
    await expect(day.visit.getByRole('textbox').first()).toHaveValue('Sonner deux fois');
    await expect(repris).toBeVisible();
  });
});

test('a lock keeps the very last letters, and typing goes on after it', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const day = new DayPage(lea.page);
  await lea.open('jour');
  await day.takeInHand('dupont mar');
  await day.note.fill('Jusqu’à la dernière lettre');
  await lea.page.keyboard.press('Control+F10');
  await expect.poll(async () => (await lea.api('GET', '/setup')).body.code).toBe('session.locked');
  await lea.page.getByLabel('Mot de passe', { exact: true }).fill('pupitre-demo');
  await lea.page.keyboard.press('Enter');
  await expect(day.note).toHaveValue('Jusqu’à la dernière lettre');
  await expect.poll(() => draftOf(lea, 'booking', 'new')).toMatchObject({ note: 'Jusqu’à la dernière lettre' });
  await day.note.fill('Et la suite');
  await expect.poll(() => draftOf(lea, 'booking', 'new')).toMatchObject({ note: 'Et la suite' });
});

import type { Page } from '@playwright/test';
import { DayPage } from './pages/day.page.ts';
import { seriousFaults } from './support/accessibility.ts';
import { type Desk, expect, people, test } from './support/test.ts';

interface Setup {
  readonly practitioners: readonly { lastName: string; resourceId: string }[];
  readonly motifs: readonly { id: string; name: string }[];
}

const row = (page: Page, day: string) => page.locator('.sr-table tr', { has: page.getByRole('button', { name: day }) });

/** The physiotherapist's column and the sessions of a knee, by their ids. */
async function kneeOf(desk: Desk) {
  const setup = (await desk.api('GET', '/setup')).body as Setup;
  const roux = setup.practitioners.find(({ lastName }) => lastName === 'ROUX');
  const knee = setup.motifs.find(({ name }) => name === 'Genou');
  if (!roux || !knee) throw new Error('no physiotherapist in the demo');
  return { resourceId: roux.resourceId, motifId: knee.id };
}

test('twelve weekly sessions over Easter Monday, by the keys, booked and undone as one', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const { keyboard } = page;
  const { resourceId, motifId } = await kneeOf(lea);
  await lea.open('serie');

  await test.step('the patient, the rule, and Enter leads to what is to be decided', async () => {
    await expect(page.getByRole('combobox', { name: 'Patient' })).toBeFocused();
    await keyboard.type('willems greta');
    await expect(page.getByRole('option', { name: /WILLEMS/ }).first()).toBeVisible();
    await keyboard.press('Enter');
    await page.getByLabel('Agenda').selectOption(resourceId);
    await page.getByLabel('Motif').selectOption(motifId);
    await page.getByLabel('À partir du').fill('2026-03-09');
    await page.getByRole('checkbox', { name: 'lundi' }).focus();
    const monday = page.getByRole('checkbox', { name: 'lundi' });
    if (!(await monday.isChecked())) await keyboard.press('Space');
    await page.getByLabel('Heure').fill('11h30');
    await keyboard.press('Enter');
    await expect(page.locator('.sr-table tbody tr')).toHaveCount(12);
    await expect(row(page, 'lun. 6 avr.')).toContainText(/Férié\s: lundi de Pâques/);
    await expect(row(page, 'lun. 30 mars')).toContainText(/toujours 11\sh\s30/);
  });

  await test.step('every visit that waits is decided by a letter or a digit', async () => {
    const waiting = page.locator('.sr-table tr.is-open');
    const here = page.locator('.sr-table tr', { has: page.locator('.sr-day:focus') });
    const settled = page.locator('.sr-page > .scroll[aria-busy="false"]');
    await settled.waitFor();
    await expect(here).toHaveClass(/is-open/);
    // A visit added at the end may meet something too: it is decided in its turn.
    for (let steps = 0; steps < 24 && (await waiting.count()) > 0; steps += 1) {
      const isEaster = (await here.textContent())?.includes('Pâques');
      const offers = await here.locator('.sr-alt').count();
      await keyboard.press(isEaster ? 'P' : offers > 0 ? '1' : 'S');
      await expect(here).not.toHaveClass(/is-open/);
      await settled.waitFor();
      if ((await waiting.count()) > 0) await keyboard.press('Enter');
    }
    await expect(page.locator('.sr-page .stats')).toContainText(', 0 à décider');
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('Enter books all of them; the dates are there to be told', async () => {
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: /rendez-vous$/ })).toBeVisible();
    await expect(page.locator('.sr-dates li').first()).toContainText('lundi 9 mars');
    await expect(page.locator('.sr-dates li').last()).toContainText(/juin|mai/);
    await expect(page.locator('.sr-dates li')).not.toContainText(['lundi 6 avril']);
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('the first visit says its number; Ctrl+Z takes the whole series back', async () => {
    await page.getByRole('button', { name: 'Voir le premier RDV' }).click();
    const day = new DayPage(page);
    await expect(day.visit).toContainText(/séance 1 sur 1[12]/);
    await keyboard.press('Control+z');
    await expect(day.visit).toContainText('Annulé');
    const later = (await lea.api('GET', '/days/2026-04-13')).body as {
      appointments: { status: string; seriesId: string | null }[];
    };
    expect(later.appointments.filter(({ seriesId, status }) => seriesId !== null && status !== 'cancelled')).toEqual(
      [],
    );
  });
});

test('a place that somebody takes meanwhile is marked, and what was decided stays', async ({ signIn }) => {
  const [lea, sonia] = [await signIn(people.lea), await signIn(people.sonia)];
  const { page } = lea;
  const { resourceId, motifId } = await kneeOf(lea);
  await lea.open('serie');
  await page.keyboard.type('willems greta');
  await expect(page.getByRole('option', { name: /WILLEMS/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Agenda').selectOption(resourceId);
  await page.getByLabel('Motif').selectOption(motifId);
  await page.getByLabel('À partir du').fill('2026-10-05');
  await page.getByLabel('Heure').fill('14h30');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sr-table tbody tr')).toHaveCount(12);
  await page.locator('.sr-page > .scroll[aria-busy="false"]').waitFor();
  await expect(page.locator('.sr-table tr.is-open')).toHaveCount(0);
  await expect(page.locator('.sr-day:focus')).toHaveText('lun. 5 oct.');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.sr-day:focus')).toHaveText('lun. 12 oct.');
  await page.keyboard.press('S');
  await expect(page.locator('.sr-table tr.is-left')).toHaveCount(1);

  const hits = (await sonia.api('POST', '/patients/search', { text: 'mahieu jean' })).body as {
    hits: { id: string }[];
  };
  const taken = await page.locator('.sr-table tr').nth(6).getByRole('button').first().getAttribute('data-key');
  const body = { resourceId, motifId, patientId: hits.hits[0]?.id, day: taken, startMin: 870, durationMin: 30 };
  const reply = await sonia.api('POST', '/appointments', body, { 'idempotency-key': crypto.randomUUID() });
  expect(reply.status).toBe(201);

  const row = page.locator('.sr-table tr.is-changed');
  await expect(row).toContainText('pris par Sonia DUBREUIL');
  await expect(page.getByRole('alert').first()).toContainText('Vos décisions sont gardées');
  await expect(page.locator('.sr-table tr.is-left')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Confirmer les/ })).toHaveAttribute('aria-disabled', 'true');
});

test('this visit of a series and those after it move together, what one meets is decided, and come back as one', async ({
  signIn,
}) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  const knee = await kneeOf(lea);
  const patientOf = async (text: string) =>
    ((await lea.api('POST', '/patients/search', { text })).body as { hits: { id: string }[] }).hits[0]?.id;
  const key = () => ({ 'idempotency-key': crypto.randomUUID() });
  const rule = { from: '2026-11-03', weekdays: [2], count: 4 };
  const asked = { ...knee, patientId: await patientOf('willems greta'), startMin: 870, durationMin: 30, rule };
  const { mark } = (await lea.api('POST', '/series/preview', asked)).body as { mark: string };
  const booked = (await lea.api('POST', '/series', { ...asked, mark }, key())).body as {
    seriesId: string;
    visits: { id: string; day: string }[];
  };
  const [, second, third] = booked.visits;
  const inTheWay = { ...knee, patientId: await patientOf('mahieu jean'), day: third?.day, startMin: 900 };
  await lea.api('POST', '/appointments', { ...inTheWay, durationMin: 60 }, key());
  const times = async () => {
    const { visits } = (await lea.api('GET', `/series/${booked.seriesId}`)).body as { visits: { startMin: number }[] };
    return visits.map(({ startMin }) => startMin);
  };

  await lea.open(`jour?date=${second?.day}&rdv=${second?.id}`);
  const card = page.locator(`[data-card="${second?.id}"]`);
  await expect(card).toBeFocused();
  await page.keyboard.press('d');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Déplacer : cette séance, ou d’autres aussi ?' });
  await expect(dialog.getByRole('radio', { name: 'Cette séance seulement' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.locator('.sr-table tbody tr')).toHaveCount(3);
  await expect(dialog.getByRole('button', { name: /^Déplacer/ })).toHaveAttribute('aria-disabled', 'true');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.is-open .sr-day')).toBeFocused();
  await page.keyboard.press('S');
  await expect(dialog.locator('.is-open')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: /^Déplacer/ })).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(card).toBeFocused();
  await expect.poll(times).toEqual([870, 875, 870, 875]);
  await page.keyboard.press('Control+z');
  await expect.poll(times).toEqual([870, 870, 870, 870]);
});

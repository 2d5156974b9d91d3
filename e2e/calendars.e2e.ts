import { readFileSync } from 'node:fs';
import { seriousFaults } from './support/accessibility.ts';
import { expect, people, test } from './support/test.ts';

test('a doctor’s telephone reads her agenda by an address, until it is closed', async ({ signIn }) => {
  const sonia = await signIn(people.sonia);
  const { page } = sonia;
  const { keyboard } = page;
  await sonia.open('reglages?volet=calendriers');
  const row = page.getByRole('row', { name: /Téléphone d’Hélène/ });

  const address = await test.step('the address is made by the keyboard, and shown once', async () => {
    await page.getByRole('button', { name: 'Créer une adresse' }).press('Enter');
    await page.getByLabel('Pour qui, pour quoi').and(page.locator(':focus')).waitFor();
    await keyboard.press('Control+Enter');
    await expect(page.getByText('Dites pour qui elle est.')).toBeVisible();
    await keyboard.type('Téléphone d’Hélène');
    await keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Copier l’adresse' }).and(page.locator(':focus')).waitFor();
    const shown = (await page.locator('code').textContent()) ?? '';
    expect(shown).toMatch(/^http:\/\/localhost:\d+\/api\/calendars\/[\w-]{64}\.ics$/);
    expect(await seriousFaults(page)).toEqual([]);
    await keyboard.press('Escape');
    await expect(row).toContainText('jamais lue');
    expect(await page.content()).not.toContain(shown);
    return shown;
  });

  await test.step('the telephone has no session; it reads hours and initials, and no name', async () => {
    const reply = await fetch(address);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await reply.text();
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('X-WR-CALNAME:Dr Hélène MARTIN');
    expect(text).toMatch(/\r\nDTSTART;TZID=Europe\/Paris:20260302T\d{6}\r\n/);
    expect(text).toMatch(/\r\nSUMMARY:AL · /);
    expect(text).not.toContain('LEFEBVRE');
    const again = await fetch(address, { headers: { 'if-none-match': reply.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  await test.step('closed, it is nothing any more', async () => {
    await page.reload();
    await expect(row).toContainText('maintenant');
    await row.getByRole('button').press('Enter');
    const sure = page.getByRole('dialog');
    await sure.getByRole('button', { name: 'Fermer', exact: true }).last().and(page.locator(':focus')).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keyboard.press('Enter');
    await expect(row).toHaveCount(0);
    expect((await fetch(address)).status).toBe(404);
  });
});

test('an agenda elsewhere that leads into a private network is refused in words, and closes nothing', async ({
  signIn,
}) => {
  const doctor = await signIn(people.martin);
  const { page } = doctor;
  const { keyboard } = page;
  await doctor.open('reglages');
  await page.getByRole('button', { name: 'Ajouter un agenda' }).press('Enter');
  await page.getByLabel('Nom').and(page.locator(':focus')).waitFor();
  await keyboard.type('Hôpital');
  await keyboard.press('Tab');
  await keyboard.type('http://hopital.example/a.ics');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Cette adresse n’est pas celle d’un agenda en https.', { exact: false })).toBeVisible();
  await page.getByLabel('Adresse de l’agenda').focus();
  await keyboard.press('Control+A');
  await keyboard.type('https://localhost/a.ics');
  await keyboard.press('Control+Enter');
  const row = page.getByRole('row', { name: /Hôpital/ });
  await expect(row).toContainText(/jamais lu.*cette adresse mène à un réseau privé/);
  expect(await seriousFaults(page)).toEqual([]);
  await row.getByRole('button', { name: /^Retirer/ }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).and(page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await expect(row).toHaveCount(0);
});

test('the desk prints the sheet for the day nothing answers, and sees no calendar of others', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const { page } = lea;
  await lea.open('reglages?volet=calendriers');
  await expect(page.getByRole('heading', { name: 'Feuille de secours', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Agendas extérieurs' })).toHaveCount(0);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger la feuille' }).press('Enter');
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('secours-2026-03-02-10h42.pdf');
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(await seriousFaults(page)).toEqual([]);
});

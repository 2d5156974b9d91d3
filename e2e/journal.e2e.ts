import { seriousFaults } from './support/accessibility.ts';
import { asSuperuserOf } from './support/databases.ts';
import { expect, people, test } from './support/test.ts';

test('the administrator reads who did what to whom, narrows it, and is told that the journal is whole', async ({
  signIn,
}) => {
  const [lea, admin] = await Promise.all([signIn(people.lea), signIn(people.admin)]);
  const { body } = await lea.api('POST', '/patients/search', { text: 'dupont marie', limit: 1 });
  await lea.open(`dossiers/${body.hits[0].id}`);
  await lea.page
    .getByRole('heading', { name: /DUPONT/ })
    .first()
    .waitFor();
  await lea.api('GET', '/audit/verification');
  await admin.open('reglages?volet=journal');
  const { page } = admin;
  const lines = page.getByRole('table', { name: 'Journal' }).getByRole('row');

  await test.step('plain words: who, in which role, what, about whom, done or refused', async () => {
    await expect(page.getByRole('status').filter({ hasText: 'Journal intact' })).toBeVisible();
    await expect(lines.filter({ hasText: 'Léa BERNARD' }).filter({ hasText: 'a ouvert un dossier' })).toHaveCount(1);
    await expect(
      lines.filter({ hasText: 'a fait vérifier le journal' }).filter({ hasText: 'Léa BERNARD' }),
    ).toContainText('refusé');
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('a patient narrows the list; the address holds her id and no name', async () => {
    await lines
      .filter({ hasText: 'DUPONT Marie' })
      .getByRole('button', { name: 'Seulement ses lignes' })
      .last()
      .click();
    await expect(page).toHaveURL(new RegExp(`patient=${body.hits[0].id}`));
    expect(decodeURIComponent(page.url())).not.toMatch(/dupont/i);
    const others = lines.filter({ hasNotText: 'DUPONT Marie' });
    const opening = lines.filter({ hasText: 'a ouvert un dossier' });
    // The head of the table alone; asking about a patient is itself a line about her.
    await expect(others).toHaveCount(1);
    await page.reload();
    await expect(opening).toHaveCount(1);
    await expect(others).toHaveCount(1);
    await page.getByRole('button', { name: /Enlever ce filtre/ }).click();
    await expect(lines.filter({ hasText: 'a consulté le journal' }).first()).toBeVisible();
  });

  await test.step('what was refused alone', async () => {
    await page.getByRole('radio', { name: 'Refusé' }).check();
    await expect(lines).toHaveCount(2);
    await expect(lines.last()).toContainText('a fait vérifier le journal');
  });

  await test.step('nobody else finds the screen', async () => {
    await lea.page.goto(`${lea.server.url}/p/${lea.practiceId}/reglages?volet=journal`);
    await expect(lea.page.getByText('Journal intact')).toHaveCount(0);
  });
});

test('a journal somebody tampered with is an alarm that says where', async ({ signIn, server }) => {
  const admin = await signIn(people.admin);
  await admin.open('reglages?volet=journal');
  const { page } = admin;
  const again = page.getByRole('button', { name: 'Vérifier de nouveau' });
  await expect(async () => {
    await again.click();
    await expect(page.getByText(/[1-9]\d* lignes? scellées?/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await asSuperuserOf(server.database, `update audit_event set action = 'patient.search'`);
  await again.click();
  const alarm = page.getByRole('alert').filter({ hasText: 'Journal altéré' });
  await expect(alarm).toContainText('Première anomalie au scellé n°\u00a01');
  await expect(alarm).toContainText('Ne modifiez rien.');
  expect(await seriousFaults(page)).toEqual([]);
});

test('background jobs: what failed says why, and is started again', async ({ signIn, server }) => {
  const admin = await signIn(people.admin);
  await asSuperuserOf(
    server.database,
    `insert into background_task (practice_id, id, kind, state, error_code, attempts, created_at, ended_at)
     values ('${admin.practiceId}', gen_random_uuid(), 'import.check', 'failed', 'import.file_empty', 3, now(), now())`,
  );
  await admin.open('reglages?volet=taches');
  const { page } = admin;
  const row = page.getByRole('row').filter({ hasText: 'Lire un fichier à importer' });
  await expect(row).toContainText('en échec');
  await expect(row).toContainText('Dernier essai');
  expect(await seriousFaults(page)).toEqual([]);
  const [retried] = await Promise.all([
    page.waitForResponse((reply) => reply.url().endsWith('/retry')),
    row.getByRole('button', { name: 'Relancer' }).click(),
  ]);
  expect(retried.request().method()).toBe('POST');
});

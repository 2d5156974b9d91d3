/** `npm run demo:reset`: the demo practices as on the first day. Never touches an outside database. */
import { migrate, openPostgres, seedDemo } from '../boot/database.mjs';
import { build, install, product } from '../boot/prepare.mjs';
import { Refusal, say, step } from '../boot/say.mjs';
import { readSettings } from '../boot/settings.mjs';
import { holdsOnlyTheDemo, recreateDatabase } from '../postgres/provision.mjs';

export async function main() {
  const { databaseUrl, seed, home } = readSettings();
  if (databaseUrl) throw new Refusal('demo:reset ne touche qu’à la base embarquée : retirez DATABASE_URL.');
  if (seed !== 'demo') throw new Refusal('demo:reset efface tout : il est refusé avec PUPITRE_SEED=none.');
  await install();
  await build(product);
  // Refuses with the address when Pupitre runs on these files.
  const postgres = await openPostgres(home);
  if (!(await holdsOnlyTheDemo(postgres.superuserUrl))) {
    throw new Refusal(
      `La base de ${postgres.folder} n’est pas une démonstration : demo:reset n’efface jamais un vrai cabinet.`,
    );
  }
  await step('Effacement de la base', () => recreateDatabase(postgres.superuserUrl));
  const database = { ownerUrl: postgres.ownerUrl, home };
  await migrate(database);
  await seedDemo(database);
  say('Le cabinet de démonstration est remis à neuf.');
}

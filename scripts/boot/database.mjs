/** A database that is ready for the API: started, migrated, seeded. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { discardPostgres, startPostgres } from '../postgres/start.mjs';
import { childEnv, failureOf, runNode } from './children.mjs';
import { inRoot } from './root.mjs';
import { Refusal, say, step } from './say.mjs';
import { onShutdown } from './shutdown.mjs';

/** Starts the installation's own Postgres; it stops with the command. */
export async function openPostgres(home) {
  const postgres = await step('Démarrage de la base de données', () => startPostgres({ home, say }));
  onShutdown(postgres.stop);
  return postgres;
}

/**
 * Starts a Postgres that leaves nothing behind; `scope` as in postgres/binaries.mjs.
 * @returns {Promise<{ postgres: object, home: string }>}
 */
export async function openTemporaryPostgres({ durable, scope }) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pupitre-'));
  fs.chmodSync(home, 0o755);
  const forget = onShutdown(() => fs.rmSync(home, { recursive: true, force: true }));
  const postgres = await step('Démarrage d’une base temporaire', () =>
    startPostgres({ home, durable, scope, port: 0, say: () => {} }),
  );
  forget();
  onShutdown(() => discardPostgres(postgres, home));
  return { postgres, home };
}

/**
 * Brings the schema up to date and makes the application's role.
 * @param {{ ownerUrl: string, home: string, appUrl?: string | null }} database
 * @returns {Promise<string>} the URL the API connects with: never the owner's
 */
export async function migrate({ ownerUrl, home, appUrl = null }) {
  const env = childEnv({ DATABASE_URL: ownerUrl, DATA_DIR: home, DATABASE_APP_URL: appUrl ?? undefined });
  const done = await step('Mise à jour du schéma', () => runNode([inRoot('migrations/dist/run.js')], { env }));
  if (done.code !== 0) {
    throw new Refusal(`La mise à jour du schéma a échoué ; la base est restée comme avant.\n${failureOf(done)}`);
  }
  const lastLine = done.stdout.trim().split('\n').pop();
  try {
    const answer = JSON.parse(lastLine);
    if (typeof answer.appUrl === 'string') return answer.appUrl;
  } catch {
    // Said below, with the line itself.
  }
  throw new Refusal(`La mise à jour du schéma n’a pas rendu d’adresse pour l’application : « ${lastLine} ».`);
}

/** Puts the demo practices into an empty database; does nothing when a practice exists. */
export async function seedDemo({ ownerUrl, home }) {
  const env = childEnv({ DATABASE_URL: ownerUrl, DATA_DIR: home });
  const done = await step('Cabinet de démonstration', () => runNode([inRoot('seeds/dist/run.js')], { env }));
  if (done.code !== 0) throw new Refusal(`Le cabinet de démonstration n’a pas pu être créé.\n${failureOf(done)}`);
}

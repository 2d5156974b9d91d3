/**
 * The embedded Postgres: a real server from npm, with its files in the installation's folder.
 *
 *   const postgres = await startPostgres({ home: '/srv/pupitre/.data', say });
 *   … connect with postgres.ownerUrl …
 *   await postgres.stop();
 */
import fs from 'node:fs';
import { findBinaries } from './binaries.mjs';
import { openCluster } from './cluster.mjs';
import { takeLock } from './lock.mjs';
import { placeCluster } from './place.mjs';
import { ownerUrlOf, provision, superuserUrlOf } from './provision.mjs';
import { reclaimCluster } from './reclaim.mjs';
import { writeSecrets } from './secrets.mjs';
import { startServer } from './server.mjs';

const firstPort = 54_320;

/**
 * @param {object} options
 * @param {string} options.home absolute folder of the installation
 * @param {boolean} [options.durable] false for tests: fast, and lost on a crash
 * @param {number} [options.port] wanted port; 0 = any free one; default the last one used, so that a saved connection stays good
 * @param {(sentence: string) => void} [options.say] told what the user should know
 * @param {string} [options.scope] npm scope of the binaries (binaries.mjs); default the current Postgres
 * @param {number} [options.patienceMs] how long to wait for another Pupitre that is just ending
 * @returns {Promise<{ ownerUrl: string, superuserUrl: string, port: number, folder: string,
 *   child: import('node:child_process').ChildProcess, note(address: string): void, log(): string, stop(): Promise<void> }>}
 * @throws {import('../boot/say.mjs').Refusal} with a sentence: place, rights, disk, version, another Pupitre running
 */
export async function startPostgres({ home, durable = true, port, say = () => {}, scope, patienceMs }) {
  const place = placeCluster(home);
  if (place.moved) {
    say(`${home} est fermé au compte de Postgres : la base est rangée dans ${place.folder}.`);
  }
  const lock = await takeLock(place.folder, { patienceMs });
  try {
    const binaries = findBinaries(place.account, scope);
    await reclaimCluster(place.clusterDir, say);
    const secrets = openCluster(place, binaries, { durable });
    const wantedPort = port ?? secrets.port ?? firstPort;
    const server = await startServer(place, binaries, { wantedPort, durable });
    const stop = async () => {
      await server.stop();
      lock.release();
    };
    try {
      if (wantedPort !== 0 && server.port !== wantedPort) {
        say(`Le port ${wantedPort} est pris : Postgres écoute sur ${server.port}.`);
      }
      writeSecrets(place.folder, { ...secrets, port: server.port });
      await provision(superuserUrlOf(secrets.superuserPassword, server.port), secrets.ownerPassword);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      ownerUrl: ownerUrlOf(secrets.ownerPassword, server.port),
      superuserUrl: superuserUrlOf(secrets.superuserPassword, server.port),
      port: server.port,
      folder: place.folder,
      child: server.child,
      note: lock.note,
      log: server.log,
      stop,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Stops a temporary Postgres and removes its files, wherever they were put. */
export async function discardPostgres(postgres, home) {
  await postgres.stop();
  for (const folder of [postgres.folder, home]) fs.rmSync(folder, { recursive: true, force: true });
}

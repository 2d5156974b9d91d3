/** The Postgres server as a child: started until it accepts connections, stopped with a fast shutdown. */
import { spawn } from 'node:child_process';
import { anyFreePort, freePortFrom } from '../boot/ports.mjs';
import { postgresEnv } from './cluster.mjs';
import { logRefusal } from './refusals.mjs';

/** A first start after a crash replays the log: minutes on a slow disk, never an hour. */
const startLimitMs = 180_000;
const host = '127.0.0.1';
const isReady = (log) => log.includes('ready to accept connections');
const portTaken = (log) => /could not bind|Address already in use|could not create any TCP/i.test(log);
/** Backends of a killed server need a moment to notice; Postgres rightly refuses until they are gone. */
const stillHeld = (log) => /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(log);

/**
 * @param {{ clusterDir: string, account?: import('./account.mjs').Account }} place
 * @param {{ wantedPort: number, durable: boolean }} options wantedPort 0 = any; taken = the next free one
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, port: number, stop(): Promise<void>, log(): string }>}
 */
export async function startServer(place, binaries, { wantedPort, durable }) {
  let from = wantedPort;
  for (let attempt = 1; ; attempt += 1) {
    const port = from === 0 ? await anyFreePort(host) : await freePortFrom(host, from);
    const server = await tryServer(place, binaries, { port, durable });
    if (server.ready) return server;
    const log = server.log();
    // Somebody took the port between the question and the start.
    if (portTaken(log) && attempt < 20) from = from === 0 ? 0 : port + 1;
    else if (stillHeld(log) && attempt < 20) await new Promise((resolve) => setTimeout(resolve, 500));
    else throw logRefusal('Postgres n’a pas démarré', log, place.clusterDir);
  }
}

async function tryServer({ clusterDir, account }, binaries, { port, durable }) {
  const settings = {
    listen_addresses: host,
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    shared_preload_libraries: 'pg_stat_statements',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', clusterDir, ...options], {
    ...account,
    env: postgresEnv(),
    cwd: clusterDir,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own group: Ctrl-C must reach the API first, see boot/shutdown.mjs.
    detached: true,
    windowsHide: true,
  });
  let log = '';
  const ready = await new Promise((resolve) => {
    const limit = setTimeout(() => resolve(false), startLimitMs);
    const end = (answer) => {
      clearTimeout(limit);
      resolve(answer);
    };
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      log = (log + chunk).slice(-8000);
      if (isReady(log)) end(true);
    });
    child.once('error', (error) => {
      log += error.message;
      end(false);
    });
    child.once('close', () => end(false));
  });
  // A defect of ours that ends the process must not leave the server behind.
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  child.once('exit', () => process.off('exit', stopAtExit));
  const stop = () => stopServer(child);
  if (!ready) await stop();
  return { ready, child, port, stop, log: () => log };
}

/** SIGINT: sessions are cut, everything is written. After 15 s SIGQUIT: the log is replayed at the next start. */
async function stopServer(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const insist = setTimeout(() => child.kill('SIGQUIT'), 15_000);
  await ended;
  clearTimeout(insist);
}

/**
 * The real Chromium of the browser tests: named by CHROMIUM_PATH, found on the machine, or installed.
 * `node scripts/chromium.mjs` prints its path.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { failureOf, run, runNode } from './boot/children.mjs';
import { inRoot } from './boot/root.mjs';
import { Refusal, say, spaced, step } from './boot/say.mjs';
import { isRoot } from './postgres/account.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/usr/lib/chromium'].flatMap((folder) =>
    names.map((name) => path.posix.join(folder, name)),
  ),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/** @returns {Promise<string>} absolute path of a Chromium that runs @throws {Refusal} never skips */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Refusal(`CHROMIUM_PATH désigne ${named}, qui ne démarre pas : corrigez-le ou retirez-le.`);
  }
  const found = installed() ?? (await playwrightBrowser());
  if (found) return found;
  const complaints = [];
  for (const attempt of isRoot() && process.platform === 'linux' ? [byApt, byPlaywright] : [byPlaywright]) {
    const { chromium, complaint } = await attempt();
    if (chromium) return chromium;
    complaints.push(complaint);
  }
  throw new Refusal(
    'Aucun Chromium pour les essais dans le navigateur, et son installation a échoué. ' +
      `Installez Chromium ou indiquez son chemin par CHROMIUM_PATH.\n${complaints.join('\n')}`,
  );
}

/** Some systems ship a stub named like the browser: only one that answers counts. */
function runs(file) {
  if (!fs.existsSync(file)) return false;
  // On Windows `--version` opens a window instead.
  return process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}

function installed() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => (process.platform === 'win32' ? [] : names.map((name) => path.join(folder, name))));
  return [...new Set([...onPath, ...(places[process.platform] ?? [])])].find(runs) ?? null;
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && runs(file) ? file : null;
}

const byApt = () =>
  step('Aucun Chromium : installation par apt-get', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    let done = await run('apt-get', ['update', '-qq'], { env, limitMs: 300_000 });
    if (done.code === 0) {
      done = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        env,
        limitMs: 600_000,
      });
    }
    return { chromium: installed(), complaint: failureOf(done) };
  });

const byPlaywright = () =>
  step('Aucun Chromium : installation par Playwright', async () => {
    const done = await runNode([inRoot('node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      limitMs: 600_000,
    });
    return { chromium: await playwrightBrowser(), complaint: failureOf(done) };
  });

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  try {
    say(await findChromium());
  } catch (error) {
    console.error(error instanceof Refusal ? spaced(error.message) : error);
    process.exitCode = 1;
  }
}

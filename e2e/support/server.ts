import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { appUrl, asSuperuser, cloneTemplate, dropDatabase, frozenNow, ownerUrl } from './databases.ts';

const STOP_MS = 8_000;
const root = path.resolve(import.meta.dirname, '../..');

/** The built API serving the built pages, on a database of its own. */
export class Server {
  readonly database = `pupitre_e2e_${randomBytes(6).toString('hex')}`;
  private child: ChildProcess | null = null;
  private port = 0;
  private log = '';

  /** `empty`: migrated and nothing more, on the real clock; a frozen one belongs to the demo. */
  constructor(private readonly holds: 'demo' | 'empty' = 'demo') {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  async start(): Promise<void> {
    await (this.holds === 'demo' ? cloneTemplate(this.database) : this.migrate());
    this.port = await freePort();
    await this.boot();
  }

  /** As a power cut does it. */
  async cut(): Promise<void> {
    if (this.child) await endsAfter(this.child, 'SIGKILL', STOP_MS);
  }

  restart(): Promise<void> {
    return this.boot();
  }

  /** In good order, browsers still listening: a server that waits for them would never end. */
  async stop(): Promise<void> {
    const { child } = this;
    const isRunning = child && child.exitCode === null && child.signalCode === null;
    const isOrderly = !isRunning || (await endsAfter(child, 'SIGTERM', STOP_MS));
    if (!isOrderly) await endsAfter(child, 'SIGKILL', STOP_MS);
    await dropDatabase(this.database);
    if (!isOrderly) throw new Error(`the server did not stop within ${STOP_MS} ms of SIGTERM: ${this.log}`);
  }

  private async migrate(): Promise<void> {
    await asSuperuser(`create database ${this.database} owner pupitre_owner`);
    const env = { ...process.env, DATABASE_URL: ownerUrl(this.database), DATABASE_APP_URL: appUrl(this.database) };
    const done = spawnSync(process.execPath, [path.join(root, 'migrations/dist/run.js')], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`the migration failed: ${done.stderr || done.stdout}`);
  }

  private async boot(): Promise<void> {
    const { DATABASE_URL: _owner, ...inherited } = process.env;
    this.child = spawn(process.execPath, [path.join(root, 'apps/api/dist/main.js')], {
      env: {
        ...inherited,
        DATABASE_APP_URL: appUrl(this.database),
        PUPITRE_DEMO_DATE: this.holds === 'demo' ? frozenNow : '',
        WEB_DIR: process.env.E2E_WEB_DIR ?? path.join(root, 'apps/web/dist'),
        PORT: String(this.port),
        HOST: 'localhost',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.log = (this.log + data.toString()).slice(-4_000);
      });
    }
    await this.untilHealthy();
  }

  private async untilHealthy(): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      const reply = await fetch(`${this.url}/api/health`).catch(() => null);
      if (reply?.ok) return;
      if (this.child?.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not start: ${this.log}`);
  }
}

function endsAfter(child: ChildProcess, signal: NodeJS.Signals, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(false), limitMs);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve(true);
    });
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

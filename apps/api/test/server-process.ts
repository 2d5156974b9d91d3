import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { appUrl } from './database.js';

const program = path.resolve(import.meta.dirname, '../dist/main.js');
const startMs = 60_000;

/** The built API as it runs in a practice: a process of its own, on a test's database. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private log = '';

  private constructor(
    private readonly database: string,
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(database: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    if (!existsSync(program)) throw new Error(`${program} is not built: npx tsc -p apps/api/tsconfig.build.json`);
    const server = new ServerProcess(database, await freePort(), env);
    await server.boot();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Again, on the same port. */
  async boot(): Promise<void> {
    const { DATABASE_URL: _owner, ...inherited } = process.env;
    this.child = spawn(process.execPath, [program], {
      env: {
        ...inherited,
        DATABASE_APP_URL: appUrl(this.database),
        PORT: String(this.port),
        HOST: '127.0.0.1',
        PUPITRE_WORKER: 'off',
        LOG_LEVEL: 'warn',
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const out of [this.child.stdout, this.child.stderr]) {
      out?.on('data', (piece: Buffer) => {
        this.log = (this.log + piece.toString()).slice(-4_000);
      });
    }
    const deadline = Date.now() + startMs;
    while (Date.now() < deadline && this.child.exitCode === null) {
      if ((await fetch(`${this.url}/api/health`).catch(() => null))?.ok) return;
      await new Promise((next) => setTimeout(next, 50));
    }
    await this.end('SIGKILL');
    throw new Error(`the server did not start: ${this.log}`);
  }

  /** Resolves when the process has ended, with its code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child?.exitCode ?? null);
    return new Promise((resolve) => {
      child.once('exit', (code, by) => resolve(code ?? by));
      child.kill(signal);
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

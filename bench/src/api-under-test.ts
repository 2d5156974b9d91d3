import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface ApiUnderTest {
  readonly pid: number;
  /** Address of /api. */
  readonly base: string;
  call(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Record<string, string>): Promise<number>;
  stop(): Promise<void>;
}

/** The built API as it runs in a practice: logging on, sessions, permissions, row-level security and audit on. With `statements`, it writes there what it sent. */
export async function startApi(appUrl: string, sessionToken: string, statements?: string): Promise<ApiUnderTest> {
  const cookie = `__Host-pupitre=${sessionToken}`;
  const port = await freePort();
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  const recorder = statements ? ['--require', path.join(import.meta.dirname, 'capture-statements.cjs')] : [];
  const child = spawn(process.execPath, [...recorder, path.join(root, 'apps/api/dist/main.js')], {
    env: {
      ...(statements ? { BENCH_STATEMENTS: statements } : {}),
      ...inherited,
      NODE_ENV: 'production',
      DATABASE_APP_URL: appUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}/api`;
  await untilHealthy(base, child);
  return {
    pid: child.pid ?? 0,
    base,
    call: async (method, target, body, headers = {}) => {
      const reply = await fetch(base + target, {
        method,
        headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      await reply.arrayBuffer();
      return reply.status;
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function untilHealthy(base: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error('the API did not start');
    if ((await fetch(`${base}/health`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the API did not answer within twenty seconds');
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_APP_URL: z.string().min(1),
  /** Direct address for LISTEN and the queue, when DATABASE_APP_URL goes through a transaction pooler. */
  DATABASE_LISTEN_URL: z.string().min(1).optional(),
  /** Folder of the built web application; without it only the API is served. */
  WEB_DIR: z.string().optional(),
  /** Freezes the demo's clock, for tests and pictures. */
  PUPITRE_DEMO_DATE: z.iso
    .datetime({ offset: true, precision: undefined })
    .or(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/))
    .optional(),
  /** Folder of the installation: sheets for a breakdown are written below it. */
  DATA_DIR: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.stringbool().default(false),
  /** `off` leaves the background jobs to other processes (`npm run worker`). */
  PUPITRE_WORKER: z.enum(['on', 'off']).default('on'),
  /** Seconds in which a stopping process still accepts, while its health check says it leaves; 5 behind a proxy, else 0. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(20).optional(),
  /** Opens /api/metrics to whoever shows it as a bearer token; without it the route does not exist. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
export type Env = z.output<typeof schema>;

/** Each may be given by a file instead, named by the variable with _FILE behind it: a container's mounted secret. */
const secrets = ['DATABASE_APP_URL', 'DATABASE_LISTEN_URL', 'METRICS_TOKEN'] as const;

/** The only place that reads the process's environment. Throws a sentence naming each wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const written = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const given = { ...written, ...secretsInFiles(written) };
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new Error(`These environment variables are missing or wrong: ${names.join(', ')}`);
}

function secretsInFiles(written: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    secrets.flatMap((name) => {
      const file = written[`${name}_FILE`];
      if (!file) return [];
      if (written[name]) throw new Error(`${name} and ${name}_FILE are both set: keep one of them`);
      try {
        return [[name, readFileSync(file, 'utf8').trim()]];
      } catch {
        throw new Error(`${name}_FILE names a file that cannot be read: ${file}`);
      }
    }),
  );
}

/** Plain http is for this computer only: the session cookie needs TLS everywhere else. */
export function exposureFault(env: Env): string | null {
  const loopback = /^(127\.|localhost$|::1$)/.test(env.HOST);
  const tls = env.PUBLIC_URL?.startsWith('https://') === true && env.TRUST_PROXY;
  if (loopback || tls) return null;
  return `HOST=${env.HOST} is reachable from outside: set PUBLIC_URL to the https address of your proxy and TRUST_PROXY=true, or keep HOST=127.0.0.1.`;
}

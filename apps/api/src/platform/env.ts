import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_APP_URL: z.string().min(1),
  /** Folder of the built web application; without it only the API is served. */
  WEB_DIR: z.string().optional(),
  /** Freezes the demo's clock, for tests and pictures. */
  PUPITRE_DEMO_DATE: z.iso
    .datetime({ offset: true, precision: undefined })
    .or(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/))
    .optional(),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.stringbool().default(false),
  /** `off` leaves the background jobs to other processes (`npm run worker`). */
  PUPITRE_WORKER: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
export type Env = z.output<typeof schema>;

/** The only place that reads the process's environment. Throws a sentence naming each wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new Error(`These environment variables are missing or wrong: ${names.join(', ')}`);
}

/** Plain http is for this computer only: the session cookie needs TLS everywhere else. */
export function exposureFault(env: Env): string | null {
  const loopback = /^(127\.|localhost$|::1$)/.test(env.HOST);
  const tls = env.PUBLIC_URL?.startsWith('https://') === true && env.TRUST_PROXY;
  if (loopback || tls) return null;
  return `HOST=${env.HOST} is reachable from outside: set PUBLIC_URL to the https address of your proxy and TRUST_PROXY=true, or keep HOST=127.0.0.1.`;
}

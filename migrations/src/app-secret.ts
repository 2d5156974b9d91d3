import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Secrets {
  readonly appPassword: string;
}

/** The application role's password, made once and kept beside the installation, readable by its owner only. */
export function appPasswordOf(dataDirectory: string): string {
  const file = path.join(dataDirectory, 'secrets.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as Secrets).appPassword;
  const secrets: Secrets = { appPassword: randomBytes(32).toString('base64url') };
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets.appPassword;
}

/** The password an address gives the application's role; undefined when the address names another role or none. */
export function appPasswordIn(appUrl: string): string | undefined {
  const { username, password } = new URL(appUrl);
  return username === 'pupitre_app' && password ? decodeURIComponent(password) : undefined;
}

/** The owner's address with the application's role instead. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = 'pupitre_app';
  url.password = appPassword;
  return url.toString();
}

import { createHash, createHmac } from 'node:crypto';
import { appPasswordIn } from './app-secret.js';

/**
 * What the worker shows the database to act without a session. Made from the application role's password, so that an
 * installation has no further secret to keep; the database holds its hash only (app.worker_secret).
 * @returns hex
 */
export function workerSecretOf(appPassword: string): string {
  return createHmac('sha256', appPassword).update('pupitre-worker').digest('hex');
}

/** The same from the application's address; null when it carries no password of `pupitre_app` (a certificate, .pgpass). */
export function workerSecretIn(appUrl: string): string | null {
  const password = appPasswordIn(appUrl);
  return password === undefined ? null : workerSecretOf(password);
}

/** What app.worker_secret keeps. */
export function workerHashOf(appPassword: string): Buffer {
  return createHash('sha256').update(workerSecretOf(appPassword)).digest();
}

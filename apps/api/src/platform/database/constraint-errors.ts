import type { DomainError } from '../domain-error.js';

interface PostgresError {
  readonly code: string;
  readonly constraint?: string;
}

/** The driver's own error inside TypeORM's, when there is one. */
export function postgresErrorOf(error: unknown): PostgresError | null {
  const driverError = (error as { driverError?: unknown })?.driverError ?? error;
  const code = (driverError as { code?: unknown })?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? (driverError as PostgresError) : null;
}

/** Exclusion, unique, foreign key and check violations. */
const constraintStates = new Set(['23P01', '23505', '23503', '23514']);

export function translateConstraint(
  error: unknown,
  refusals: Readonly<Record<string, () => DomainError>>,
): DomainError | null {
  const found = postgresErrorOf(error);
  if (!found?.constraint || !constraintStates.has(found.code)) return null;
  const { constraint } = found;
  // A distributed shard appends a suffix to the constraint's name.
  const match = Object.entries(refusals).find(([name]) => constraint.startsWith(name));
  return match ? match[1]() : null;
}

/** Deadlock victim, serialization failure, a lock not had in time: the whole act may be tried again. */
export function isRetryable(error: unknown): boolean {
  return ['40P01', '40001', '55P03'].includes(postgresErrorOf(error)?.code ?? '');
}

/** Connection lost, out of resources, shutting down, idle too long, waited too long for a lock, too slow. */
const unavailableStates = /^(08|53|57P|25P03|25P04|55P03|57014)/;
const networkFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']);
/** What the driver and TypeORM say of a connection that died in their hands; they give it no code. */
const lostConnection = /Connection terminated|not queryable|timeout exceeded when trying to connect/;
const usedAfterLoss = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);

/** The database is away, shutting down, out of connections or out of space: the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  const state = postgresErrorOf(error)?.code;
  if (state) return unavailableStates.test(state);
  const { driverError } = error as { driverError?: unknown };
  const { code, name, message } = (driverError ?? error) as { code?: string; name?: string; message?: string };
  return networkFaults.has(code ?? '') || usedAfterLoss.has(name ?? '') || lostConnection.test(message ?? '');
}

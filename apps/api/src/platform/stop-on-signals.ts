import type { Logger } from 'pino';

/** Ends the process in good order at the first signal; a second one is an order to hurry. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/**
 * A promise nobody waited for, or an error nobody caught: what the process is in the middle of cannot be known, so it
 * ends, and is started again by whoever watches it. Messages and details of errors may hold what a patient told: the log
 * has the kind, the code and the places in our code alone.
 */
export function stopOnFaults(
  logger: Pick<Logger, 'fatal'>,
  stop: () => Promise<void>,
  source: Pick<NodeJS.Process, 'on' | 'exit'> = process,
): void {
  let isStopping = false;
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    source.on(event, (fault: unknown) => {
      logger.fatal(faultOf(fault), event);
      if (isStopping) return;
      isStopping = true;
      stop()
        .catch(() => undefined)
        .finally(() => source.exit(1));
    });
  }
}

function faultOf(fault: unknown): { readonly kind: string; readonly code?: string; readonly at: readonly string[] } {
  if (!(fault instanceof Error)) return { kind: typeof fault, at: [] };
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {};
  const at = (fault.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return { kind: fault.name, ...code, at: at.map((line) => line.trim()) };
}

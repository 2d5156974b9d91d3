import { type Logger, pino } from 'pino';

/** An allow-list: ids, codes, durations. No body, no query string, no header ever reaches the log. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}

import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { writeLiveEvents } from '../src/platform/live/live-outbox.js';

/** Tells of a change as an act does, in whatever transaction the connection is in; it must be one row-level security lets through. */
export function announceFrom(client: pg.Client, practiceId: string, ...ids: string[]): Promise<void> {
  const query = (sql: string, values: unknown[]) => client.query(sql, values);
  return writeLiveEvents({ query } as unknown as EntityManager, practiceId, [{ topic: 'practice', days: [], ids }]);
}

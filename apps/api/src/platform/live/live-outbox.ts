import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import type { EntityManager } from 'typeorm';
import { liveChannel } from './live-channel.js';

/** Postgres refuses a notification of 8000 bytes, and with it the whole act. */
const payloadBytes = 6_000;

/**
 * Tells the other desks, from inside the act's transaction: the row is the truth, the notification only says that there
 * is one. Both in one statement, whatever the number of events.
 *
 * The notification carries this statement's snapshot. Postgres delivers notifications in the order of the commits, so
 * whoever has received this one has received every event visible in that snapshot: it is a cursor to start again from.
 */
export async function writeLiveEvents(
  manager: EntityManager,
  practiceId: string,
  events: readonly LiveEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `with told as (
       insert into live_event (practice_id, position, topic, days, ids)
       select $1, position, topic, days, ids
         from rows from (jsonb_to_recordset($2::jsonb) as (topic text, days text[], ids text[]))
              with ordinality as event (topic, days, ids, position)
       returning 1)
     select pg_notify($3, jsonb_build_object('practiceId', $1::uuid, 'events', $2::jsonb, 'snapshot',
              pg_current_snapshot()::text, 'at', extract(epoch from clock_timestamp())::bigint)::text)
       from (select count(*) from told) written`,
    [practiceId, JSON.stringify(fitting(events)), liveChannel],
  );
}

/** An act that touches too much to name it says which topics it touched: an event without days or ids concerns all. */
function fitting(events: readonly LiveEvent[]): readonly LiveEvent[] {
  if (Buffer.byteLength(JSON.stringify(events)) <= payloadBytes) return events;
  const topics = [...new Set(events.map(({ topic }) => topic))];
  return topics.map((topic) => ({ topic, days: [], ids: [] }));
}

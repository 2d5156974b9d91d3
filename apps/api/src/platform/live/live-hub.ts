import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type Permission, permissionsOf, type Role } from '@pupitre/shared/access/roles';
import { type LiveEvent, listenLive } from '@pupitre/shared/live/live.contract';
import type { Logger } from 'pino';
import { liveChannel } from './live-channel.js';
import { isTooOld, type LiveCursor } from './live-cursor.js';
import { frameOf } from './live-frame.js';
import { readHeard } from './live-heard.js';
import { LiveLine } from './live-line.js';
import { type LiveListener, LiveListeners } from './live-listeners.js';

const heartbeatMs = 20_000;
/** A heartbeat goes through the database and back: without it in this time the line is dead, whatever the socket says. */
const echoMs = 5_000;
/** A desk comes back within this of a stop in good order, one after the other. */
const comeBackMs = { each: 25, atMost: 5_000 };

interface LivingSession {
  readonly hash: string;
  readonly practice_id: string;
  readonly roles: Role[];
}

interface Missed {
  readonly events: readonly (LiveEvent & { readonly practice_id: string })[];
  readonly cursor: LiveCursor;
}

/**
 * Fans each commit out to the desks of its practice, in the order of the commits. The notification is a hint: whatever
 * a line that was cut did not carry is read from the table. At each heartbeat the same connection is asked which
 * sessions still live: locked, ended, dismissed ones hear nothing more.
 */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly line: LiveLine;
  private readonly listeners = new LiveListeners();
  private readonly name = randomUUID();
  private heartbeat: NodeJS.Timeout | null = null;
  private echo: NodeJS.Timeout | null = null;
  /** How far this process has heard; null until the first line. */
  private cursor: LiveCursor | null = null;
  /** What a line carries before the table was read: told after what the line before it did not carry. Null: nothing waits. */
  private held: string[] | null = [];
  private isLeaving = false;

  constructor(url: string, logger: Logger) {
    this.line = new LiveLine(url, logger, {
      opening: () => {
        this.held = [];
      },
      heard: (payload) => this.hear(payload),
      opened: () => this.catchUp(),
    });
  }

  /** Identity of the database behind the cursors; empty before the first line. */
  get database(): string {
    return this.cursor?.database ?? '';
  }

  /** Open streams, for the figures. */
  get size(): number {
    return this.listeners.everyone().length;
  }

  async start(): Promise<void> {
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs).unref();
    await this.line.open();
  }

  add(listener: LiveListener): () => void {
    const remove = this.listeners.add(listener);
    if (this.isLeaving) this.sayGoodbye();
    return remove;
  }

  /** At once, where the desk was locked or left; another process learns it at its next heartbeat. */
  closeSession(sessionHash: string): void {
    for (const listener of this.listeners.everyone()) {
      if (listener.sessionHash === sessionHash) this.listeners.close(listener);
    }
  }

  /** Told to everybody by the way of the events themselves: a desk is never told of a line that carries nothing. */
  async beat(): Promise<void> {
    if (!(await this.closeUnentitled())) return;
    // Before it is sent: the echo may be heard before the answer.
    this.echo ??= setTimeout(() => this.line.giveUp(), echoMs).unref();
    const sent = await this.line.query(
      `select pg_notify($1, jsonb_build_object('beat', $2::text, 'snapshot', pg_current_snapshot()::text,
                                               'at', extract(epoch from clock_timestamp())::bigint)::text)`,
      [liveChannel, this.name],
    );
    if (!sent) this.endEcho();
  }

  /** A stop in good order: everybody is told when to come back, so that they do not come all at once. */
  sayGoodbye(): void {
    this.isLeaving = true;
    this.stopBeating();
    const everyone = this.listeners.everyone();
    const span = Math.min(everyone.length * comeBackMs.each, comeBackMs.atMost);
    for (const listener of everyone) {
      listener.write(frameOf('bye', { retryMs: Math.round(Math.random() * span) }, null));
      this.listeners.close(listener);
    }
  }

  /** Before the HTTP server closes: it waits for every open stream, and a stream never ends by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.sayGoodbye();
    await this.line.close();
  }

  private stopBeating(): void {
    if (this.heartbeat) clearInterval(this.heartbeat);
    this.endEcho();
  }

  private endEcho(): void {
    if (this.echo) clearTimeout(this.echo);
    this.echo = null;
  }

  /**
   * The new line listens already: what the old one did not carry is in the table, and visible. A line that is lost before
   * the end of this has told nothing and moved nothing; the next one reads from the same place.
   */
  private async catchUp(): Promise<void> {
    const { held } = this;
    if (!(await this.closeUnentitled())) return;
    const since = this.cursor;
    let missed: Missed | null;
    let asked: ReadonlySet<string>;
    do {
      asked = this.listeners.practices();
      missed = await this.readMissed(since);
      if (!missed || this.held !== held) return;
      // A practice whose first desk came meanwhile was not asked for, and the cursor is everybody's.
    } while ([...this.listeners.practices()].some((practiceId) => !asked.has(practiceId)));
    this.cursor = missed.cursor;
    this.tellMissed(missed, since);
    this.held = null;
    for (const payload of held ?? []) this.hear(payload);
  }

  private tellMissed({ events, cursor }: Missed, since: LiveCursor | null): void {
    if (!since || since.database !== cursor.database || isTooOld(since, cursor)) {
      this.listeners.tellAll(frameOf('resync', {}, cursor));
      return;
    }
    for (const { practice_id, ...event } of events) this.listeners.tell(practice_id, frameOf('change', event, null));
    this.listeners.tellAll(frameOf('ping', {}, cursor));
  }

  private async readMissed(since: LiveCursor | null): Promise<Missed | null> {
    const rows = await this.line.query<{
      snapshot: string;
      at: string;
      database: string;
      events: Missed['events'];
    }>(
      `select pg_current_snapshot()::text as snapshot, extract(epoch from clock_timestamp())::bigint as at,
              app.database_identity() as database,
              (select coalesce(jsonb_agg(missed), '[]')
                 from app.live_events_since($1, coalesce($2::pg_snapshot, pg_current_snapshot())) missed) as events`,
      [this.sessionHashes(), since?.snapshot ?? null],
    );
    const row = rows?.[0];
    if (!row) return null;
    return { events: row.events, cursor: { database: row.database, at: Number(row.at), snapshot: row.snapshot } };
  }

  /** False when the database did not answer. */
  private async closeUnentitled(): Promise<boolean> {
    const everyone = this.listeners.everyone();
    if (everyone.length === 0) return true;
    const rows = await this.line.query<LivingSession>(
      `select encode(token_hash, 'hex') as hash, practice_id, roles from app.living_sessions($1)`,
      [this.sessionHashes()],
    );
    if (!rows) return false;
    const entitled = rows.filter(({ roles }) => permissionsOf(roles).includes(listenLive.access as Permission));
    const open = new Set(entitled.map((row) => `${row.hash} ${row.practice_id}`));
    for (const listener of everyone) {
      if (!open.has(`${listener.sessionHash} ${listener.practiceId}`)) this.listeners.close(listener);
    }
    return true;
  }

  private sessionHashes(): Buffer[] {
    const hashes = new Set(this.listeners.everyone().map(({ sessionHash }) => sessionHash));
    return [...hashes].map((hash) => Buffer.from(hash, 'hex'));
  }

  private hear(payload: string): void {
    if (this.held) {
      this.held.push(payload);
      return;
    }
    const heard = readHeard(payload);
    if (!heard) return;
    this.cursor = { database: this.database, at: heard.at, snapshot: heard.snapshot };
    if ('practiceId' in heard) {
      const frames = heard.events.map((event) => frameOf('change', event, this.cursor));
      this.listeners.tell(heard.practiceId, frames.join(''));
    } else if (heard.beat === this.name) {
      this.endEcho();
      this.listeners.tellAll(frameOf('ping', {}, this.cursor));
    }
  }
}

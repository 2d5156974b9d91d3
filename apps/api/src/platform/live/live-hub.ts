import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type Permission, permissionsOf, type Role } from '@pupitre/shared/access/roles';
import { type LiveEvent, listenLive } from '@pupitre/shared/live/live.contract';
import pg from 'pg';
import type { Logger } from 'pino';
import { liveChannel } from './live-channel.js';

export interface LiveListener {
  readonly practiceId: string;
  readonly accountId: string;
  /** SHA-256 of the session cookie, hex: the stream lives as long as the session is open. */
  readonly sessionHash: string;
  send(name: 'change' | 'ping' | 'resync' | 'bye', data: LiveEvent | null): void;
  close(): void;
}

const heartbeatMs = 20_000;
const reconnectMs = 1_000;
const patienceMs = 5_000;
const listenersPerAccount = 8;

interface LivingSession {
  readonly hash: string;
  readonly practice_id: string;
  readonly roles: Role[];
}

/**
 * One LISTEN connection per process, outside the pool; fans each commit out to the desks of its practice. At each
 * heartbeat the same connection is asked which sessions still live: locked, ended, dismissed ones hear nothing more.
 */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly listeners = new Map<string, Set<LiveListener>>();
  private client: pg.Client | null = null;
  private stopped = false;
  private heartbeat: NodeJS.Timeout | null = null;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.heartbeat = setInterval(() => void this.beat(), heartbeatMs);
    this.heartbeat.unref();
    await this.connect();
  }

  add(listener: LiveListener): () => void {
    const ofPractice = this.listeners.get(listener.practiceId) ?? new Set();
    this.listeners.set(listener.practiceId, ofPractice);
    const own = [...ofPractice].filter((other) => other.accountId === listener.accountId);
    if (own.length >= listenersPerAccount && own[0]) this.close(own[0]);
    ofPractice.add(listener);
    return () => this.remove(listener);
  }

  /** At once, where the desk was locked or left; another process learns it at its next heartbeat. */
  closeSession(sessionHash: string): void {
    for (const listener of this.everyone()) if (listener.sessionHash === sessionHash) this.close(listener);
  }

  /** Without an answer of the database nobody is told that the line is alive. */
  async beat(): Promise<void> {
    const { client } = this;
    if (!client) return;
    try {
      await this.closeUnentitled(client);
      this.toAll('ping');
    } catch {
      this.reconnect(client);
    }
  }

  /** Before the HTTP server closes: it waits for every open stream, and a stream never ends by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.heartbeat) clearInterval(this.heartbeat);
    if (this.retry) clearTimeout(this.retry);
    this.toAll('bye');
    for (const listener of this.everyone()) this.close(listener);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'pupitre-live',
      keepAlive: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    client.on('notification', (message) => this.receive(message.payload ?? ''));
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      await this.closeUnentitled(client);
      // Commits made while nobody listened are unknown: the desks read again.
      this.toAll('resync');
    } catch {
      this.reconnect(client);
    }
  }

  private reconnect(lost: pg.Client): void {
    if (this.stopped || this.client !== lost) return;
    this.client = null;
    this.logger.warn('live connection lost, trying again');
    lost.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.connect(), reconnectMs).unref();
  }

  private async closeUnentitled(client: pg.Client): Promise<void> {
    const everyone = this.everyone();
    if (everyone.length === 0) return;
    const hashes = [...new Set(everyone.map(({ sessionHash }) => sessionHash))];
    const { rows } = await client.query<LivingSession>(
      `select encode(token_hash, 'hex') as hash, practice_id, roles from app.living_sessions($1)`,
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    const entitled = rows.filter(({ roles }) => permissionsOf(roles).includes(listenLive.access as Permission));
    const open = new Set(entitled.map((row) => `${row.hash} ${row.practice_id}`));
    for (const listener of everyone) {
      if (!open.has(`${listener.sessionHash} ${listener.practiceId}`)) this.close(listener);
    }
  }

  private receive(payload: string): void {
    const { practiceId, ...event } = JSON.parse(payload) as LiveEvent & { practiceId: string };
    for (const listener of this.listeners.get(practiceId) ?? []) listener.send('change', event);
  }

  /** Forgotten first: nothing may be written to a stream that is ending. */
  private close(listener: LiveListener): void {
    this.remove(listener);
    listener.close();
  }

  private remove(listener: LiveListener): void {
    const ofPractice = this.listeners.get(listener.practiceId);
    ofPractice?.delete(listener);
    if (ofPractice?.size === 0) this.listeners.delete(listener.practiceId);
  }

  private toAll(name: 'ping' | 'resync' | 'bye'): void {
    for (const listener of this.everyone()) listener.send(name, null);
  }

  private everyone(): LiveListener[] {
    return [...this.listeners.values()].flatMap((listeners) => [...listeners]);
  }
}

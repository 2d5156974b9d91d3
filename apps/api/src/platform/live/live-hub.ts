import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import pg from 'pg';
import type { Logger } from 'pino';
import { liveChannel } from './live-channel.js';

export interface LiveListener {
  readonly practiceId: string;
  readonly accountId: string;
  send(name: 'change' | 'ping' | 'resync' | 'bye', data: LiveEvent | null): void;
  close(): void;
}

const heartbeatMs = 20_000;
const reconnectMs = 1_000;
const listenersPerAccount = 8;

/** One LISTEN connection per process, outside the pool; fans each commit out to the desks of its practice. */
@Injectable()
export class LiveHub implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<LiveListener>>();
  private client: pg.Client | null = null;
  private stopped = false;
  private heartbeat: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.heartbeat = setInterval(() => this.toAll('ping'), heartbeatMs);
    this.heartbeat.unref();
    await this.connect();
  }

  add(listener: LiveListener): () => void {
    const ofPractice = this.listeners.get(listener.practiceId) ?? new Set();
    this.listeners.set(listener.practiceId, ofPractice);
    const own = [...ofPractice].filter((other) => other.accountId === listener.accountId);
    if (own.length >= listenersPerAccount) own[0]?.close();
    ofPractice.add(listener);
    return () => {
      ofPractice.delete(listener);
      if (ofPractice.size === 0 && this.listeners.get(listener.practiceId) === ofPractice)
        this.listeners.delete(listener.practiceId);
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.heartbeat) clearInterval(this.heartbeat);
    this.toAll('bye');
    for (const listener of this.everyone()) listener.close();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'pupitre-live' });
    client.on('notification', (message) => this.receive(message.payload ?? ''));
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
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
    setTimeout(() => void this.connect(), reconnectMs).unref();
  }

  private receive(payload: string): void {
    const { practiceId, ...event } = JSON.parse(payload) as LiveEvent & { practiceId: string };
    for (const listener of this.listeners.get(practiceId) ?? []) listener.send('change', event);
  }

  private toAll(name: 'ping' | 'resync' | 'bye'): void {
    for (const listener of this.everyone()) listener.send(name, null);
  }

  private everyone(): LiveListener[] {
    return [...this.listeners.values()].flatMap((listeners) => [...listeners]);
  }
}

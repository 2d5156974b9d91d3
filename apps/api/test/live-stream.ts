import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import type { Desk } from './desk.js';

interface Frame {
  readonly name: string;
  readonly id: string | null;
  readonly body: Record<string, unknown>;
}

/** What a desk hears, as its browser hears it. */
export class Stream {
  private text = '';

  constructor(
    readonly status: number,
    readonly headers: http.IncomingHttpHeaders,
    /** Resolves once the server has ended it. */
    readonly ended: Promise<void>,
    readonly stop: () => void,
  ) {}

  take(piece: string): void {
    this.text += piece;
  }

  heard(): string {
    return this.text;
  }

  frames(): Frame[] {
    const whole = this.text.slice(0, this.text.lastIndexOf('\n\n') + 1).split('\n\n');
    return whole.filter((frame) => frame.includes('event: ')).map(frameOf);
  }

  /** Everything told of, in order. */
  changes(): LiveEvent[] {
    return this.frames()
      .filter(({ name }) => name === 'change')
      .map(({ body }) => body as unknown as LiveEvent);
  }

  /** Ids told of, in order; the same one may come twice. */
  ids(): string[] {
    return this.changes().flatMap(({ ids }) => ids);
  }

  /** What the browser would give back. */
  cursor(): string {
    return this.frames().findLast(({ id }) => id !== null)?.id ?? '';
  }

  /** How the server received the cursor. */
  state(): unknown {
    return this.frames().find(({ name }) => name === 'ready')?.body.state;
  }
}

function frameOf(frame: string): Frame {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
  return { name: field('event') ?? '', id: field('id') ?? null, body: JSON.parse(field('data') ?? '{}') };
}

interface Listening {
  readonly practiceId?: string;
  readonly since?: string;
  readonly lastEventId?: string;
}

/** A desk that listens: answered once it is sure to hear what comes, or refused. */
export function listen(server: http.Server | string, desk: Desk, options: Listening = {}): Promise<Stream> {
  const port = typeof server === 'string' ? new URL(server).port : (server.address() as AddressInfo).port;
  const query = options.since === undefined ? '' : `?since=${encodeURIComponent(options.since)}`;
  const path = `/api/practices/${options.practiceId ?? desk.practiceId}/live${query}`;
  const headers = {
    cookie: desk.cookie,
    ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
  };
  return new Promise((resolve, reject) => {
    const request = http.get({ port, path, headers, agent: false }, (reply) => {
      const ended = new Promise<void>((end) => reply.on('close', () => end()));
      const stream = new Stream(reply.statusCode ?? 0, reply.headers, ended, () => request.destroy());
      reply.on('error', () => undefined);
      reply.on('data', (piece) => {
        stream.take(String(piece));
        if (stream.heard().includes('event: ready') || stream.status !== 200) resolve(stream);
      });
    });
    request.on('error', reject);
  });
}

/** A browser that comes back each time it is cut, with the cursor it had. */
export class Follower {
  private readonly streams: Stream[] = [];
  private isOver = false;

  constructor(
    private readonly server: () => http.Server | string,
    private readonly desk: Desk,
  ) {}

  static async start(server: () => http.Server | string, desk: Desk): Promise<Follower> {
    const follower = new Follower(server, desk);
    await follower.open();
    return follower;
  }

  /** Ids told of over all its streams; the same one may come twice. */
  ids(): string[] {
    return this.streams.flatMap((stream) => stream.ids());
  }

  /** How the server received it, each time. */
  states(): unknown[] {
    return this.streams.map((stream) => stream.state());
  }

  cut(): void {
    this.streams.at(-1)?.stop();
  }

  stop(): void {
    this.isOver = true;
    this.cut();
  }

  private async open(): Promise<void> {
    const since = this.streams.findLast((stream) => stream.cursor() !== '')?.cursor();
    const stream = await listen(this.server(), this.desk, since === undefined ? {} : { since }).catch(() => null);
    if (stream?.status === 200) {
      this.streams.push(stream);
      void stream.ended.then(() => (this.isOver ? undefined : this.open()));
    } else if (!this.isOver) {
      await new Promise((next) => setTimeout(next, 20));
      await this.open();
    }
  }
}

export async function until(holds: () => boolean, limitMs = 5_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!holds() && Date.now() < deadline) await new Promise((next) => setTimeout(next, 10));
  expect(holds()).toBe(true);
}

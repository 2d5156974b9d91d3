import type { FastifyReply } from 'fastify';
import { securityHeaders } from '../http/security-headers.js';
import type { LiveListener } from './live-listeners.js';

/** Bytes a desk may leave unread before its stream is closed and it starts again. */
const unreadLimit = 256 * 1024;

/**
 * The stream of one desk. It listens from its making; what it hears waits until `open`, so that what was missed is told
 * first and nothing falls between the two.
 */
export class LiveStream implements LiveListener {
  private waiting: string[] | null = [];
  private isOver = false;

  constructor(
    private readonly reply: FastifyReply,
    readonly practiceId: string,
    readonly accountId: string,
    readonly sessionHash: string,
  ) {}

  open(first: readonly string[]): void {
    this.reply.hijack();
    this.reply.raw.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const frames = ['retry: 1000\n', ...first, ...(this.waiting ?? [])];
    this.waiting = null;
    this.write(frames.join(''));
    if (this.isOver) this.reply.raw.end();
  }

  write(frame: string): void {
    if (this.waiting) {
      this.waiting.push(frame);
      return;
    }
    this.reply.raw.write(frame);
    if (this.reply.raw.writableLength > unreadLimit) this.reply.raw.destroy();
  }

  close(): void {
    this.isOver = true;
    if (!this.waiting) this.reply.raw.end();
  }

  onGone(forget: () => void): void {
    this.reply.raw.on('close', forget);
  }
}

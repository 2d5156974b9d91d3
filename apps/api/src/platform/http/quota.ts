interface Count {
  readonly endsAt: number;
  taken: number;
}

const mostKeys = 20_000;

/**
 * So many takings a key and a window of time, counted in this process alone: with several processes the limit is as many
 * times higher, which guards their work all the same. Real time, never the demo's.
 */
export class Quota {
  private counts = new Map<string, Count>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
  ) {}

  /** Seconds to wait; 0 when this one was taken. */
  take(key: string, now = Date.now()): number {
    const count = this.counts.get(key);
    if (count && count.endsAt > now) {
      if (count.taken >= this.most) return Math.ceil((count.endsAt - now) / 1000);
      count.taken += 1;
      return 0;
    }
    if (this.counts.size >= mostKeys) this.forget(now);
    this.counts.set(key, { endsAt: now + this.windowMs, taken: 1 });
    return 0;
  }

  /** Those whose window is over; all of them when that is not enough: memory is bounded before a limit is. */
  private forget(now: number): void {
    for (const [key, { endsAt }] of this.counts) if (endsAt <= now) this.counts.delete(key);
    if (this.counts.size >= mostKeys) this.counts = new Map();
  }
}

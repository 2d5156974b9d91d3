import { addDays, dayBounds, type LocalDay } from '@pupitre/shared/time/zone';
import type { StandingClaim } from '../claim.repository.js';

interface Timed {
  readonly claim: StandingClaim;
  readonly startMs: number;
  readonly endMs: number;
}

/** Claims of many days by column: asked day by day, thousands of them are never gone through again. */
export class DayClaims {
  private readonly groups = new Map<string, Timed[]>();
  private readonly asked = new Map<string, readonly StandingClaim[]>();

  add(claims: readonly StandingClaim[]): void {
    this.asked.clear();
    for (const claim of claims) {
      const start = new Date(claim.startsAt);
      const timed = { claim, startMs: start.getTime(), endMs: Date.parse(claim.endsAt) };
      const key = `${claim.resourceId} ${start.toISOString().slice(0, 10)}`;
      const group = this.groups.get(key);
      if (group) group.push(timed);
      else this.groups.set(key, [timed]);
    }
  }

  /** Those that touch a day of a clock: every place of a day is judged among the same ones. */
  on(resourceId: string, day: LocalDay, zone: string): readonly StandingClaim[] {
    const key = `${resourceId} ${day} ${zone}`;
    const known = this.asked.get(key);
    if (known) return known;
    // A claim is a day at most, a zone fourteen hours.
    const near = [-2, -1, 0, 1].flatMap((n) => this.groups.get(`${resourceId} ${addDays(day, n)}`) ?? []);
    const bounds = dayBounds(day, zone);
    const [first, last] = [bounds.start.getTime(), bounds.end.getTime()];
    const found = near.filter(({ startMs, endMs }) => startMs < last && endMs > first).map(({ claim }) => claim);
    this.asked.set(key, found);
    return found;
  }
}

import { localSpan } from '@pupitre/shared/planning/local-span';
import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import type { StandingClaim } from '../claim.repository.js';

/** Claims of many days by column: asked day by day, thousands of them are never gone through again. */
export class DayClaims {
  private readonly groups = new Map<string, StandingClaim[]>();
  private readonly asked = new Map<string, readonly StandingClaim[]>();

  add(claims: readonly StandingClaim[]): void {
    this.asked.clear();
    for (const claim of claims) {
      const key = `${claim.resourceId} ${new Date(claim.startsAt).toISOString().slice(0, 10)}`;
      const group = this.groups.get(key);
      if (group) group.push(claim);
      else this.groups.set(key, [claim]);
    }
  }

  /** Those that touch a day of a clock: every place of a day is judged among the same ones. */
  on(resourceId: string, day: LocalDay, zone: string): readonly StandingClaim[] {
    const key = `${resourceId} ${day} ${zone}`;
    const known = this.asked.get(key);
    if (known) return known;
    // A claim is a day at most, a zone fourteen hours.
    const near = [-2, -1, 0, 1].flatMap((n) => this.groups.get(`${resourceId} ${addDays(day, n)}`) ?? []);
    const found = near.filter(({ startsAt, endsAt }) => localSpan(startsAt, endsAt, day, zone) !== null);
    this.asked.set(key, found);
    return found;
  }
}

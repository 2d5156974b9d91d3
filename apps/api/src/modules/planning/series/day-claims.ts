import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import type { StandingClaim } from '../claim.repository.js';

/** Claims of many days by column: asked day by day, thousands of them are never gone through again. */
export class DayClaims {
  private readonly groups = new Map<string, StandingClaim[]>();

  add(claims: readonly StandingClaim[]): void {
    for (const claim of claims) {
      const key = `${claim.resourceId} ${new Date(claim.startsAt).toISOString().slice(0, 10)}`;
      const group = this.groups.get(key);
      if (group) group.push(claim);
      else this.groups.set(key, [claim]);
    }
  }

  /** Those that may touch a local day, whatever the zone: a claim is a day at most, a zone fourteen hours. */
  on(resourceId: string, day: LocalDay): StandingClaim[] {
    return [-2, -1, 0, 1].flatMap((n) => this.groups.get(`${resourceId} ${addDays(day, n)}`) ?? []);
  }
}

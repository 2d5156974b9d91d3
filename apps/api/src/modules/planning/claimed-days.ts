import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import type { ClaimedSpan } from './claim.repository.js';

/** Claims by column, and under each local day they may touch, whatever the zone: a day around their days in UTC. */
export class ClaimedDays {
  private readonly groups = new Map<string, ClaimedSpan[]>();

  constructor(claims: readonly ClaimedSpan[]) {
    for (const claim of claims) {
      const last = addDays(new Date(claim.endsAt).toISOString().slice(0, 10), 1);
      let day = addDays(new Date(claim.startsAt).toISOString().slice(0, 10), -1);
      for (; day <= last; day = addDays(day, 1)) this.put(`${claim.resourceId} ${day}`, claim);
    }
  }

  on(resourceId: string, day: LocalDay): readonly ClaimedSpan[] {
    return this.groups.get(`${resourceId} ${day}`) ?? [];
  }

  private put(key: string, claim: ClaimedSpan): void {
    const group = this.groups.get(key);
    if (group) group.push(claim);
    else this.groups.set(key, [claim]);
  }
}

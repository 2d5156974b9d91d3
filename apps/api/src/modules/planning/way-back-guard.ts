import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/domain-error.js';
import type { AppointmentEntity } from './appointment.entity.js';
import { ClaimRepository, type PlaceClaim } from './claim.repository.js';
import { PlaceFactsRepository } from './place-facts.repository.js';

/** A visit that would come back to places it had. */
export interface ComingBack {
  readonly id: string;
  readonly patientId: string;
  /** The session in which it had its seat. */
  readonly meetingId: string | null;
  readonly overridden: AppointmentEntity['overridden'];
  readonly places: readonly PlaceClaim[];
}

/**
 * What the database cannot know when visits come back by an undo: a meeting that was set meanwhile, a session that was
 * cancelled, the patient booked elsewhere. Under the columns' locks, once the visits have left where they stand.
 */
@Injectable()
export class WayBackGuard {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly facts: PlaceFactsRepository,
  ) {}

  async require(visits: readonly ComingBack[]): Promise<void> {
    const ids = visits.map(({ id }) => id);
    for (const visit of visits) {
      await this.requirePlace(visit);
      await this.requirePatient(visit, ids);
    }
  }

  private async requirePlace({ meetingId, places, overridden }: ComingBack): Promise<void> {
    if (meetingId && (await this.facts.isMeetingCancelled(meetingId))) throw new DomainError('meeting.cancelled');
    if (overridden.includes('appointment.in_meeting')) return;
    for (const { resourceId, startsAt, endsAt, reason } of places) {
      if (reason === 'seat') continue;
      const standing = await this.claims.findBetween([resourceId], startsAt, endsAt);
      if (standing.some(({ meetingKind }) => meetingKind !== null)) throw new DomainError('appointment.in_meeting');
    }
  }

  private async requirePatient({ patientId, places, overridden }: ComingBack, ids: readonly string[]): Promise<void> {
    const [own] = places;
    if (!own || overridden.includes('appointment.patient_busy')) return;
    const { visits } = await this.facts.patientBetween(patientId, own.startsAt, own.endsAt, ids);
    if (visits.length > 0) throw new DomainError('appointment.patient_busy');
  }
}

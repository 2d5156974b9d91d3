import { Injectable } from '@nestjs/common';
import type { GroupSessionForm, MeetingView, StaffMeetingForm } from '@pupitre/shared/planning/meeting.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { AgendaListeners } from '../../../platform/acts/agenda-listeners.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import { BookingDesk } from '../booking-desk.js';
import type { CheckedPlace } from '../booking-place.js';
import { ClaimRepository, type PlaceClaim } from '../claim.repository.js';
import { MeetingRepository, type NewMeeting, type OpenedMeeting } from './meeting.repository.js';

/** Time taken together: staff meetings over several columns, sessions with seats. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: BookingDesk,
    private readonly claims: ClaimRepository,
    private readonly meetings: MeetingRepository,
    private readonly scope: AgendaScope,
    private readonly agenda: AgendaListeners,
    private readonly clock: Clock,
  ) {}

  list(day: LocalDay): Promise<MeetingView[]> {
    return this.meetings.list(day, day, this.scope.resourceIds);
  }

  async callStaff({ title, resourceIds, day, startMin, durationMin }: StaffMeetingForm): Promise<MeetingView> {
    const ids = [...new Set(resourceIds)].sort();
    const meeting = { kind: 'staff' as const, title, motifId: null, capacity: null, day, startMin, durationMin };
    const { place, claims } = await this.takeStaff({ ...meeting, resourceIds: ids });
    return this.write({ ...meeting, resourceIds: ids }, place, claims);
  }

  async openGroup({ title, resourceId, motifId, capacity, override, ...when }: GroupSessionForm): Promise<MeetingView> {
    const place = await this.desk.take({ resourceId, motifId, ...when }, { override });
    const meeting = { kind: 'group' as const, title, motifId, capacity, resourceIds: [resourceId], ...when };
    return this.write(meeting, place, place.claims);
  }

  /** Takes the same time again, when it is still free. */
  async restore(meetingId: string, version: number): Promise<MeetingView> {
    const meeting = await this.meetings.open(meetingId);
    for (const resourceId of meeting.resourceIds) this.scope.require(resourceId);
    if (meeting.version !== version) throw new DomainError('version.stale', { version: meeting.version });
    if (!meeting.cancelledAt) throw new DomainError('meeting.not_cancelled');
    const claims = await this.takeAgain(meeting);
    await this.meetings.restore(meetingId);
    await this.claims.clearHolds(claims);
    await this.meetings.claim(meetingId, claims);
    await this.tell(meetingId, meeting, meeting.resourceIds);
    return this.meetings.get(meetingId);
  }

  private async takeAgain(meeting: OpenedMeeting): Promise<readonly PlaceClaim[]> {
    const [resourceId] = meeting.resourceIds;
    if (meeting.kind === 'staff' || !meeting.motifId || !resourceId) return (await this.takeStaff(meeting)).claims;
    const { motifId, day, startMin, durationMin } = meeting;
    return (await this.desk.take({ resourceId, motifId, day, startMin, durationMin })).claims;
  }

  /** Hours and rules of visits say nothing of a meeting; what stands in one of the columns does. */
  private async takeStaff({ resourceIds, day, startMin, durationMin }: Pick<NewMeeting, keyof StaffMeetingForm>) {
    const requests = resourceIds.map((resourceId) => ({ resourceId, motifId: null, day, startMin, durationMin }));
    const judged = await this.desk.takeForMeeting(requests);
    const taken = judged.flatMap(({ resourceId, refusals }) => (refusals.length > 0 ? [{ resourceId, refusals }] : []));
    if (taken.length > 0) throw new DomainError('meeting.columns_taken', { columns: taken });
    const [first] = judged;
    if (!first) throw new DomainError('resource.not_found');
    return { place: first.place, claims: judged.flatMap(({ place }) => place.claims) };
  }

  async cancel(meetingId: string, version: number): Promise<MeetingView> {
    const meeting = await this.meetings.open(meetingId);
    for (const resourceId of meeting.resourceIds) this.scope.require(resourceId);
    if (meeting.version !== version) throw new DomainError('version.stale', { version: meeting.version });
    if (meeting.cancelledAt) throw new DomainError('meeting.cancelled');
    const { seated } = await this.meetings.get(meetingId);
    if (seated > 0) throw new DomainError('meeting.has_patients', { seated });
    await this.claims.lockColumns(meeting.resourceIds);
    await this.meetings.cancel(meetingId, this.clock.now());
    await this.tell(meetingId, meeting, meeting.resourceIds);
    return this.meetings.get(meetingId);
  }

  private async write(
    form: Omit<NewMeeting, 'id' | 'startsAt' | 'endsAt'>,
    { startsAt, endsAt }: CheckedPlace,
    places: readonly PlaceClaim[],
  ): Promise<MeetingView> {
    const meeting = { ...form, id: uuid(), startsAt, endsAt };
    await this.meetings.insert(meeting, this.unitOfWork.actor.accountId, this.clock.now());
    await this.claims.clearHolds(places);
    await this.meetings.claim(meeting.id, places);
    const written = await this.meetings.get(meeting.id);
    await this.tell(meeting.id, meeting, written.resourceIds);
    return written;
  }

  private async tell(
    meetingId: string,
    { day, startsAt, endsAt }: Pick<NewMeeting, 'day' | 'startsAt' | 'endsAt'>,
    resourceIds: readonly string[],
  ): Promise<void> {
    this.unitOfWork.noteSubject({ subjectId: meetingId });
    this.unitOfWork.announce({ topic: 'appointment', days: [day], ids: [meetingId] });
    await this.agenda.tell(resourceIds.map((resourceId) => ({ resourceId, from: startsAt, to: endsAt })));
  }
}

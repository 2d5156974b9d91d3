import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { takeSeat } from '@pupitre/shared/planning/meeting.contract';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import { BookingDesk } from '../booking-desk.js';
import { NewVisits } from '../new-visits.js';
import { VisitChanges } from '../visit-changes.js';
import { MeetingRepository, type Seat } from './meeting.repository.js';

type SeatForm = InputOf<typeof takeSeat>['body'];

/** A patient's seat in a session: a visit whose claim is the lane of her seat. */
@Injectable()
export class SeatService {
  constructor(
    private readonly desk: BookingDesk,
    private readonly meetings: MeetingRepository,
    private readonly visits: NewVisits,
    private readonly scope: AgendaScope,
    private readonly changes: VisitChanges,
  ) {}

  async take(meetingId: string, { patientId, note, override }: SeatForm) {
    // The session's row is locked: two desks that want the last seat come one after the other.
    const meeting = await this.meetings.open(meetingId);
    const [resourceId] = meeting.resourceIds;
    if (meeting.kind !== 'group' || !meeting.motifId || meeting.capacity === null) {
      throw new DomainError('resource.not_found');
    }
    if (meeting.cancelledAt || !resourceId) throw new DomainError('meeting.cancelled');
    this.scope.require(resourceId);
    const seats = await this.meetings.seats(meetingId);
    if (seats.some((seat) => seat.standing && seat.patientId === patientId))
      throw new DomainError('meeting.already_seated');
    const lane = freeSeat(seats, meeting.capacity);
    if (lane === null) throw new DomainError('meeting.full', { capacity: meeting.capacity });
    const { motifId, day, startMin, durationMin } = meeting;
    const request = { resourceId, motifId, day, startMin, durationMin };
    const place = await this.desk.takeSeat(request, { patientId, override });
    const claims = [{ resourceId, startsAt: meeting.startsAt, endsAt: meeting.endsAt, lane, reason: 'seat' as const }];
    const visit = await this.visits.write(
      { ...request, patientId, note, urgent: false, walkIn: false, source: 'desk' },
      { ...place, claims, companionIds: [] },
      null,
      { meetingId },
    );
    const details = { day, startMin: String(startMin), resourceId, session: meeting.title };
    return this.changes.record({ kind: 'booked', before: null, after: visit, details });
  }
}

/** The last lane a claim may have. */
const lastSeat = 99;

/** The first lane nobody has, from 1; null when as many are expected as the session takes. */
function freeSeat(seats: readonly Seat[], capacity: number): number | null {
  if (seats.filter(({ standing }) => standing).length >= capacity) return null;
  const taken = new Set(seats.map(({ lane }) => lane));
  for (let seat = 1; seat <= lastSeat; seat += 1) if (!taken.has(seat)) return seat;
  return null;
}

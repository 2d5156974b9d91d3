import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { acceptWaiting } from '@pupitre/shared/planning/waiting-list.contract';
import { VisitListeners } from '../../../platform/acts/visit-listeners.js';
import { BookingService } from '../booking.service.js';
import { WaitingEntries } from './waiting-entries.js';
import type { StoredEntry } from './waiting-list.repository.js';
import { WaitingVisits } from './waiting-visits.js';
import { WaitingWishRepository } from './waiting-wish.repository.js';

type Place = InputOf<typeof acceptWaiting>['body'];

/** The desk called: what a motif leaves out of the phone is for patients who ring. */
const calledByTheDesk = { note: '', urgent: false, walkIn: false, source: 'desk' as const };

/** She takes the place: the wait ends in the transaction of the booking, and begins again when that is undone. */
@Injectable()
export class WaitingAcceptanceService {
  constructor(
    private readonly entries: WaitingEntries,
    private readonly wishes: WaitingWishRepository,
    private readonly visits: WaitingVisits,
    private readonly bookings: BookingService,
    listeners: VisitListeners,
  ) {
    listeners.on('undone', (appointmentId) => this.reopen(appointmentId));
  }

  async accept(entryId: string, version: number, place: Place) {
    const waiting = await this.entries.openWaiting(entryId, version);
    const { appointment, act } = await this.give(waiting, place);
    await this.entries.end(waiting, { state: 'booked', appointmentId: appointment.id, actId: act?.id });
    const { day, startMin, resourceId } = appointment;
    const entry = await this.entries.record(waiting, 'booked', { day, startMin: String(startMin), resourceId });
    return { appointment, act, entry };
  }

  private async give(waiting: StoredEntry, place: Place) {
    const current = waiting.appointmentId ? await this.visits.findToGiveBack(waiting.appointmentId) : null;
    const wanted = { ...place, override: null };
    if (current) {
      this.visits.requireOwn(current);
      return this.bookings.move(current.id, current.version, wanted);
    }
    const { motifId, patientId } = waiting;
    return this.bookings.book({ ...wanted, motifId, patientId, ...calledByTheDesk });
  }

  private async reopen(appointmentId: string): Promise<void> {
    for (const entry of await this.wishes.reopenUndone(appointmentId)) await this.entries.record(entry, 'reopened');
  }
}

import { Injectable } from '@nestjs/common';
import { addDays, toLocal } from '@pupitre/shared/time/zone';
import { type AgendaChange, AgendaListeners } from '../../../platform/acts/agenda-listeners.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Concerned, WaitingWishRepository } from './waiting-wish.repository.js';

/** More days than a desk looks at: the news then concern them all. */
const mostDays = 14;

/** A place was given back or taken where somebody waits for one: the desks look again. Where nobody waits, no news. */
@Injectable()
export class WaitingNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wishes: WaitingWishRepository,
    listeners: AgendaListeners,
  ) {
    listeners.on((changes) => this.tell(changes));
  }

  private async tell(changes: readonly AgendaChange[]): Promise<void> {
    if (changes.length === 0) return;
    const concerned = await this.wishes.findConcerned(changes);
    if (!concerned) return;
    this.unitOfWork.announce({ topic: 'waiting_list', days: daysOf(changes, concerned), ids: [...concerned.ids] });
  }
}

/** Days of the columns, each by its own clock; none when they are too many to name. */
function daysOf(changes: readonly AgendaChange[], { zones }: Concerned): string[] {
  const days = new Set<string>();
  for (const { resourceId, from, to } of changes) {
    const zone = zones.get(resourceId);
    if (zone === undefined) continue;
    const first = toLocal(from, zone).day;
    const last = to && toLocal(new Date(to.getTime() - 1), zone).day;
    if (last === null || last > addDays(first, mostDays)) return [];
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days.size > mostDays ? [] : [...days].sort();
}

import { Injectable } from '@nestjs/common';
import {
  type addOutsideCalendar,
  type listCalendars,
  mostPerColumn,
  type OutsideCalendarView,
} from '@pupitre/shared/calendars/calendar.contract';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import { v7 as uuid } from 'uuid';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { calendarAddress } from './calendar-address.js';
import { CalendarScope } from './calendar-scope.js';
import { FeedRepository } from './feed.repository.js';
import { type OutsideCalendar, OutsideRepository } from './outside.repository.js';
import { readOutsideJob, stretches } from './outside-reader.js';

/** Between two readings that somebody asks for. */
const patienceMs = 60_000;

/** Calendars kept elsewhere, as people of the practice give them and see them. */
@Injectable()
export class OutsideService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: OutsideRepository,
    private readonly feeds: FeedRepository,
    private readonly scope: CalendarScope,
    private readonly agenda: AgendaListeners,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<ResponseOf<typeof listCalendars>> {
    const resourceIds = await this.scope.resourceIds();
    const feeds = await this.feeds.list(resourceIds);
    return { resourceIds, feeds, outside: await this.calendars.list(resourceIds, this.clock.now()) };
  }

  async add(form: InputOf<typeof addOutsideCalendar>['body']): Promise<OutsideCalendarView> {
    const { resourceId, name } = form;
    await this.scope.require(resourceId);
    const url = calendarAddress(form.address);
    if (!url) throw new DomainError('calendar.address_refused');
    const standing = await this.calendars.list([resourceId], this.clock.now());
    if (standing.length >= mostPerColumn) throw new DomainError('calendar.too_many');
    const id = uuid();
    const createdAt = this.clock.now();
    await this.calendars.insert({ id, resourceId, name, address: url.href, host: url.host, createdAt });
    await this.jobs.send(readOutsideJob, { calendarId: id });
    this.unitOfWork.noteSubject({ subjectId: id });
    const made = (await this.calendars.list([resourceId], createdAt)).find((each) => each.id === id);
    if (!made) throw new DomainError('resource.not_found');
    return made;
  }

  async refresh(calendarId: string): Promise<void> {
    const { triedAt } = await this.get(calendarId);
    const waitMs = triedAt ? triedAt.getTime() + patienceMs - this.clock.now().getTime() : 0;
    if (waitMs > 0) throw new DomainError('request.too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    await this.calendars.noteWaiting(calendarId);
    await this.jobs.send(readOutsideJob, { calendarId });
    this.unitOfWork.noteSubject({ subjectId: calendarId });
  }

  async remove(calendarId: string): Promise<void> {
    const { resourceId } = await this.get(calendarId);
    await this.calendars.lock(calendarId);
    const opened = await this.calendars.busy(calendarId);
    await this.calendars.remove(calendarId);
    this.unitOfWork.noteSubject({ subjectId: calendarId });
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [calendarId] });
    await this.agenda.tell(stretches(resourceId, opened));
  }

  private async get(calendarId: string): Promise<OutsideCalendar> {
    const calendar = await this.calendars.find(calendarId);
    if (!calendar) throw new DomainError('resource.not_found');
    await this.scope.require(calendar.resourceId);
    return calendar;
  }
}

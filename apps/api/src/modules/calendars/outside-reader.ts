import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type BusySpan, changedSpans } from '@pupitre/shared/calendars/busy-spans';
import { AgendaListeners } from '../../platform/acts/agenda-listeners.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Job, JobHandlers } from '../../platform/jobs/jobs.js';
import { PracticeChores } from '../../platform/jobs/practice-chores.js';
import { CalendarFetcher, type Fetched } from '../../platform/outside/calendar-fetcher.js';
import { Turns } from '../../platform/turns.js';
import { type BusyReading, readBusy } from './busy-reading.js';
import { OutsideRepository } from './outside.repository.js';

export const readOutsideJob = 'calendar.read_outside';

const halfHour = 1_800;
const minuteMs = 60_000;
/** A little less than the half hour, so that no round finds it a minute too young. */
const dueAfterMs = 25 * minuteMs;
/** A text that stays the same is placed again once a day: its series reach one day further. */
const placedAgainAfterMs = 20 * 60 * minuteMs;
const fetchesAtOnce = 4;
/** Beyond so many changed stretches, one from the first to the last is quicker to look at again. */
const mostStretches = 12;

/** Reads calendars kept elsewhere, and keeps when they are busy; what one said last stays when it cannot be read. */
@Injectable()
export class OutsideReader implements BeforeApplicationShutdown {
  private readonly turns = new Turns(fetchesAtOnce);
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: OutsideRepository,
    private readonly fetcher: CalendarFetcher,
    private readonly agenda: AgendaListeners,
    private readonly clock: Clock,
    handlers: JobHandlers,
    chores: PracticeChores,
  ) {
    handlers.register(readOutsideJob, (job) => this.readFor(job));
    chores.register('calendars.outside', halfHour, 'calendars kept elsewhere were begun', async (practiceId) => {
      // What was begun goes on by itself, and is waited for when the process stops.
      void (await this.begin(practiceId));
      return 0;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.underWay);
  }

  /** Those whose turn it is; the answer is the work under way, which the clock does not wait for. */
  async begin(practiceId: string): Promise<Promise<void>[]> {
    const before = new Date(this.clock.now().getTime() - dueAfterMs);
    const due = await this.unitOfWork.runAsWorker(practiceId, () => this.calendars.due(before));
    return due.map((id) => {
      const reading = this.turns
        .run(() => this.read(practiceId, id, this.stopping.signal))
        // The database is away: the next round finds it due still.
        .catch(() => undefined)
        .finally(() => this.underWay.delete(reading));
      this.underWay.add(reading);
      return reading;
    });
  }

  private async readFor({ practiceId, ids, signal }: Job): Promise<void> {
    if (ids.calendarId) await this.read(practiceId, ids.calendarId, signal);
  }

  /** Fetches outside any transaction. */
  async read(practiceId: string, calendarId: string, signal: AbortSignal): Promise<void> {
    const calendar = await this.unitOfWork.runAsWorker(practiceId, () => this.calendars.find(calendarId));
    if (!calendar || signal.aborted) return;
    const now = this.clock.now();
    const isFresh = calendar.expandedAt && now.getTime() - calendar.expandedAt.getTime() < placedAgainAfterMs;
    const fetched = await this.fetcher.fetch(calendar.address, isFresh ? calendar : null, signal);
    if (signal.aborted) return;
    const busy = fetched.kind === 'text' ? await readBusy(fetched.bytes, calendar.zone, now) : null;
    await this.unitOfWork.runAsWorker(practiceId, () => this.keep(calendarId, fetched, busy, now));
  }

  private async keep(id: string, fetched: Fetched, busy: BusyReading | null, now: Date): Promise<void> {
    const calendar = await this.calendars.lock(id);
    if (!calendar) return;
    if (fetched.kind === 'unchanged') return this.calendars.noteUnchanged(id, now);
    if (fetched.kind === 'refused') return this.calendars.noteRefused(id, fetched.fault, now);
    if (!busy) return this.calendars.noteRefused(id, 'no_calendar', now);
    const changed = changedSpans(await this.calendars.busy(id), busy.spans);
    await this.calendars.noteRead(id, now, { ...fetched, eventsLeft: busy.eventsLeft });
    if (changed.length === 0) return;
    await this.calendars.replaceBusy(calendar, busy.spans);
    this.unitOfWork.announce({ topic: 'practice', days: [], ids: [id] });
    await this.agenda.tell(stretches(calendar.resourceId, changed));
  }
}

/** Where the column has to be looked at again. */
export function stretches(resourceId: string, changed: readonly BusySpan[]) {
  const [first, last] = [changed[0], changed.at(-1)];
  const spans =
    changed.length > mostStretches && first && last ? [{ startsAt: first.startsAt, endsAt: last.endsAt }] : changed;
  return spans.map(({ startsAt, endsAt }) => ({ resourceId, from: new Date(startsAt), to: new Date(endsAt) }));
}

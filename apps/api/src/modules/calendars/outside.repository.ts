import { Injectable } from '@nestjs/common';
import type { BusySpan } from '@pupitre/shared/calendars/busy-spans';
import type { OutsideCalendarView, OutsideFault } from '@pupitre/shared/calendars/calendar.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface NewOutsideCalendar {
  readonly id: string;
  readonly resourceId: string;
  readonly name: string;
  readonly address: string;
  readonly host: string;
  readonly createdAt: Date;
}

/** What reading it needs; its address goes no further than the fetcher. */
export interface OutsideCalendar {
  readonly id: string;
  readonly resourceId: string;
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly expandedAt: Date | null;
  readonly triedAt: Date | null;
  /** Of the column's site: whole days are its days. */
  readonly zone: string;
}

interface ListedRow extends Omit<OutsideCalendarView, 'triedAt' | 'readAt'> {
  readonly triedAt: Date | null;
  readonly readAt: Date | null;
}

const columns = `c.id, c.resource_id as "resourceId", c.address, c.etag, c.last_modified as "lastModified",
  c.expanded_at as "expandedAt", c.tried_at as "triedAt", coalesce(site.zone, practice.zone) as zone`;
const tables = `outside_calendar c
  join resource r on r.practice_id = $1 and r.id = c.resource_id
  join site on site.practice_id = $1 and site.id = r.site_id
  join practice on practice.practice_id = $1`;

@Injectable()
export class OutsideRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(resourceIds: readonly string[], now: Date): Promise<OutsideCalendarView[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<ListedRow[]>(
      `select c.id, c.resource_id as "resourceId", c.name, c.host, c.state, c.fault, c.tried_at as "triedAt",
          c.read_at as "readAt", c.events_left as "eventsLeft",
          (select count(*)::int from outside_busy b where b.practice_id = $1 and b.calendar_id = c.id) as "busyCount",
          (select count(*)::int from appointment a
            where a.practice_id = $1 and a.resource_id = c.resource_id and a.starts_at >= $3
              and a.status in ('requested', 'booked', 'confirmed')
              and exists (select from outside_busy b
                           where b.practice_id = $1 and b.calendar_id = c.id
                             and b.starts_at < a.ends_at and b.ends_at > a.starts_at)) as "visitsMet"
         from outside_calendar c
        where c.practice_id = $1 and c.resource_id = any ($2)
        order by c.created_at, c.id`,
      [practiceId, resourceIds, now],
    );
    return rows.map((row) => ({
      ...row,
      triedAt: row.triedAt?.toISOString() ?? null,
      readAt: row.readAt?.toISOString() ?? null,
    }));
  }

  async insert(calendar: NewOutsideCalendar): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    const { id, resourceId, name, address, host, createdAt } = calendar;
    await manager.query(
      `insert into outside_calendar (practice_id, id, resource_id, name, address, host, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [practiceId, id, resourceId, name, address, host, actor.accountId, createdAt],
    );
  }

  /** Not tried since then. */
  async due(before: Date): Promise<string[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ id: string }[]>(
      `select id from outside_calendar where practice_id = $1 and (tried_at is null or tried_at < $2) order by tried_at, id`,
      [practiceId, before],
    );
    return rows.map(({ id }) => id);
  }

  async find(id: string): Promise<OutsideCalendar | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<OutsideCalendar[]>(
      `select ${columns} from ${tables} where c.practice_id = $1 and c.id = $2`,
      [practiceId, id],
    );
    return row ?? null;
  }

  /** Two readings of one calendar write one after the other; null when it was removed meanwhile. */
  async lock(id: string): Promise<OutsideCalendar | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<OutsideCalendar[]>(
      `select ${columns} from ${tables} where c.practice_id = $1 and c.id = $2 for update of c`,
      [practiceId, id],
    );
    return row ?? null;
  }

  /** Somebody asked for a reading. */
  async noteWaiting(id: string): Promise<void> {
    await this.note(id, `state = 'waiting'`, []);
  }

  async noteRefused(id: string, fault: OutsideFault, at: Date): Promise<void> {
    await this.note(id, `state = 'refused', fault = $3, failures = failures + 1, tried_at = $4`, [fault, at]);
  }

  async noteUnchanged(id: string, at: Date): Promise<void> {
    await this.note(id, `state = 'read', fault = null, failures = 0, tried_at = $3, read_at = $3`, [at]);
  }

  async noteRead(
    id: string,
    at: Date,
    of: { etag: string | null; lastModified: string | null; eventsLeft: number },
  ): Promise<void> {
    await this.note(
      id,
      `state = 'read', fault = null, failures = 0, tried_at = $3, read_at = $3, expanded_at = $3,
       etag = $4, last_modified = $5, events_left = $6`,
      [at, of.etag, of.lastModified, of.eventsLeft],
    );
  }

  async busy(id: string): Promise<BusySpan[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ startsAt: Date; endsAt: Date }[]>(
      `select starts_at as "startsAt", ends_at as "endsAt" from outside_busy
        where practice_id = $1 and calendar_id = $2 order by starts_at`,
      [practiceId, id],
    );
    return rows.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }));
  }

  async replaceBusy({ id, resourceId }: OutsideCalendar, spans: readonly BusySpan[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await this.forgetBusy(id);
    await manager.query(
      `insert into outside_busy (practice_id, calendar_id, resource_id, starts_at, ends_at)
       select $1, $2, $3, s.from_at, s.to_at from unnest($4::timestamptz[], $5::timestamptz[]) as s(from_at, to_at)`,
      [
        ...[practiceId, id, resourceId],
        spans.map(({ startsAt }) => new Date(startsAt)),
        spans.map(({ endsAt }) => new Date(endsAt)),
      ],
    );
  }

  async remove(id: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await this.forgetBusy(id);
    await manager.query('delete from outside_calendar where practice_id = $1 and id = $2', [practiceId, id]);
  }

  private async forgetBusy(id: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query('delete from outside_busy where practice_id = $1 and calendar_id = $2', [practiceId, id]);
  }

  private async note(id: string, set: string, values: readonly unknown[]): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query(`update outside_calendar set ${set} where practice_id = $1 and id = $2`, [
      practiceId,
      id,
      ...values,
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import type { FreeMinutes, PartOfDay } from '@pupitre/shared/planning/free-day';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type ClaimedSpan, claimMeets } from './claim.repository.js';

export interface FreeDayRow extends FreeMinutes {
  readonly resourceId: string;
  readonly day: LocalDay;
}

/** Days kept of a column, both inclusive. */
export interface KeptDays {
  readonly resourceId: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
}

export interface FreeDayQuestion {
  readonly resourceIds: readonly string[];
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly minutes: number;
  readonly partOfDay: PartOfDay | null;
  /** ISO weekdays; none means all. */
  readonly weekdays: readonly number[];
  readonly limit: number;
}

const wholeDay = { longest: 'longest', morning: 'morning', afternoon: 'afternoon' } as const;
const given = `unnest($2::uuid[], $3::date[], $4::smallint[], $5::smallint[], $6::smallint[])
  as given(resource_id, local_day, longest, morning, afternoon)`;

/** What is kept of the free time of each column and day. It finds candidates; the claims say what is free. */
@Injectable()
export class FreeDayRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Only columns of which days are kept. */
  kept(resourceIds: readonly string[]): Promise<KeptDays[]> {
    return this.run(
      `select r.id as "resourceId", first.local_day::text as from, last.local_day::text as to
         from unnest($2::uuid[]) as r(id)
         join lateral (select f.local_day from free_day f where f.practice_id = $1 and f.resource_id = r.id
                        order by f.local_day limit 1) first on true
         join lateral (select f.local_day from free_day f where f.practice_id = $1 and f.resource_id = r.id
                        order by f.local_day desc limit 1) last on true`,
      [resourceIds],
    );
  }

  /** The next days that may hold so long a visit, in order; the last day whole, so a few more than `limit`. */
  findNext(question: FreeDayQuestion): Promise<{ resourceId: string; day: LocalDay }[]> {
    const { resourceIds, from, to, minutes, partOfDay, weekdays, limit } = question;
    return this.run(
      `select resource_id as "resourceId", local_day::text as day from free_day
        where practice_id = $1 and resource_id = any ($2::uuid[]) and local_day between $3 and $4
          and longest >= 5 and ${wholeDay[partOfDay ?? 'longest']} >= $5::smallint
          and ($6::int[] = '{}' or extract(isodow from local_day) = any ($6))
        order by local_day fetch first $7 rows with ties`,
      [resourceIds, from, to, minutes, weekdays, limit],
    );
  }

  /** Visits of all lanes. A hold is not counted: it ends by itself, and the finder reads it in the claims. */
  takenByVisits(
    resourceIds: readonly string[],
    spans: readonly { readonly from: Date; readonly to: Date }[],
  ): Promise<ClaimedSpan[]> {
    return this.run(
      `select c.resource_id as "resourceId", to_json(c.starts_at) #>> '{}' as "startsAt",
          to_json(c.ends_at) #>> '{}' as "endsAt"
         from unnest($3::timestamptz[], $4::timestamptz[]) as span(first, last)
         join claim c on c.practice_id = $1 and c.resource_id = any ($2::uuid[])
          and ${claimMeets('span.first', 'span.last', 'c.')} and c.kind <> 'hold'`,
      [resourceIds, spans.map(({ from }) => from), spans.map(({ to }) => to)],
    );
  }

  /** Days that are kept already; others stay unkept. */
  async correct(rows: readonly FreeDayRow[]): Promise<void> {
    await this.run(
      `update free_day f set longest = given.longest, morning = given.morning, afternoon = given.afternoon
         from ${given}
        where f.practice_id = $1 and f.resource_id = given.resource_id and f.local_day = given.local_day`,
      columnsOf(rows),
    );
  }

  /** Keeps the days of a column from now on; answers how many were kept already and were not true. */
  async keep(rows: readonly FreeDayRow[]): Promise<number> {
    const written = await this.run<{ added: boolean }>(
      `insert into free_day as f (practice_id, resource_id, local_day, longest, morning, afternoon)
       select $1, given.* from ${given}
       on conflict (practice_id, resource_id, local_day) do update
         set longest = excluded.longest, morning = excluded.morning, afternoon = excluded.afternoon
         where (f.longest, f.morning, f.afternoon) <> (excluded.longest, excluded.morning, excluded.afternoon)
       returning f.xmax = 0 as added`,
      columnsOf(rows),
    );
    return written.filter(({ added }) => !added).length;
  }

  async forgetBefore(resourceId: string, day: LocalDay): Promise<void> {
    await this.run('delete from free_day where practice_id = $1 and resource_id = $2 and local_day < $3', [
      resourceId,
      day,
    ]);
  }

  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]);
  }
}

function columnsOf(rows: readonly FreeDayRow[]): unknown[] {
  return [
    rows.map(({ resourceId }) => resourceId),
    rows.map(({ day }) => day),
    rows.map(({ longest }) => longest),
    rows.map(({ morning }) => morning),
    rows.map(({ afternoon }) => afternoon),
  ];
}

import pg from 'pg';
import type { Load } from './bench-database.js';

/**
 * The next free half-hour as most agendas ask for it: every quarter of an hour of every column's opening hours, kept when
 * no claim meets it. As the owner of everything, so without the price of row-level security.
 */
export class NaiveSlots {
  private readonly client: pg.Client;

  constructor(superuserUrl: string) {
    this.client = new pg.Client({ connectionString: superuserUrl });
  }

  async open(): Promise<number> {
    await this.client.connect();
    return (await this.client.query('select pg_backend_pid() as pid')).rows[0].pid;
  }

  /** Three places at most, over so many days. */
  async find({ practiceId, today }: Load, days: number): Promise<boolean> {
    const { rows } = await this.client.query(
      `select r.id, place.at
         from generate_series($2::date, $2::date + $3::int, interval '1 day') as day
         join opening_rule o on o.practice_id = $1 and o.isodow = extract(isodow from day)
         join resource r on r.practice_id = $1 and r.id = o.resource_id
         cross join lateral generate_series(
           (day + make_interval(mins => o.start_min)) at time zone 'Europe/Paris',
           (day + make_interval(mins => o.end_min - 30)) at time zone 'Europe/Paris',
           interval '15 minutes') as place (at)
        where not exists (
          select from claim c
           where c.practice_id = $1 and c.resource_id = r.id
             and c.span && tstzrange(place.at, place.at + interval '30 minutes'))
        order by place.at
        limit 3`,
      [practiceId, today, days],
    );
    return rows.length <= 3;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

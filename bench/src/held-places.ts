import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { asSuperuser, type Load } from './bench-database.js';

const roomsOfPool = 3;

/** A motif like the load's that needs one room of three besides the practitioner. @returns its id */
export function addMotifWithRoom({ practiceId, motifId }: Load): Promise<string> {
  return asSuperuser(async (client) => {
    const [pool, motif] = [randomUUID(), randomUUID()];
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(`insert into pool (practice_id, id, name) values ($1, $2, 'Salles')`, [practiceId, pool]);
    await copyRow(client, 'motif', { practiceId, id: motifId }, { id: motif, name: 'Soin en salle' });
    await client.query(
      `insert into motif_resource select (jsonb_populate_record(m, jsonb_build_object('motif_id', $3::uuid))).*
         from motif_resource m where practice_id = $1 and motif_id = $2`,
      [practiceId, motifId, motif],
    );
    await client.query('insert into motif_need (practice_id, motif_id, pool_id) values ($1, $2, $3)', [
      practiceId,
      motif,
      pool,
    ]);
    const column = await client.query(
      `select id from resource where practice_id = $1 and kind = 'practitioner' order by id limit 1`,
      [practiceId],
    );
    for (let room = 1; room <= roomsOfPool; room += 1) {
      const its = { id: randomUUID(), name: `Salle ${room}`, kind: 'room', pool_id: pool };
      await copyRow(client, 'resource', { practiceId, id: column.rows[0].id }, its);
    }
    return motif;
  });
}

async function copyRow(client: pg.Client, table: string, from: { practiceId: string; id: string }, changes: object) {
  await client.query(
    `insert into ${table} select (jsonb_populate_record(t, $3::jsonb)).* from ${table} t
      where t.practice_id = $1 and t.id = $2`,
    [from.practiceId, from.id, JSON.stringify(changes)],
  );
}

/** Free quarters of an hour of a day, held by as many desks and never let go. @returns how many */
export function holdPlaces({ practiceId }: Load, day: string, count: number): Promise<number> {
  return asSuperuser(async (client) => {
    await client.query(`set session_replication_role = 'replica'`);
    const { rowCount } = await client.query(
      `with free as (
         select gen_random_uuid() as id, r.id as resource_id, at.min,
                tstzrange(d.midnight + make_interval(mins => at.min), d.midnight + make_interval(mins => at.min + 15)) as span
           from (select ($2::date)::timestamp at time zone 'Europe/Paris' as midnight) d
           cross join generate_series(480, 1095, 15) as at (min)
           join resource r on r.practice_id = $1 and r.kind = 'practitioner'
          where not exists (
            select from claim c
             where c.practice_id = $1 and c.resource_id = r.id
               and c.span && tstzrange(d.midnight + make_interval(mins => at.min),
                                       d.midnight + make_interval(mins => at.min + 15)))
          order by at.min, r.id limit $3),
       held as (
         insert into hold (practice_id, id, resource_id, local_day, start_min, duration_min, account_id, holder_name, expires_at)
         select $1, f.id, f.resource_id, $2, f.min, 15, (select id from app.account limit 1), 'Dominique MARRON', '2027-01-01'
           from free f)
       insert into claim (practice_id, id, resource_id, lane, kind, span, hold_id, expires_at)
       select $1, gen_random_uuid(), f.resource_id, 0, 'hold', f.span, f.id, '2027-01-01' from free f`,
      [practiceId, day, count],
    );
    return rowCount ?? 0;
  });
}

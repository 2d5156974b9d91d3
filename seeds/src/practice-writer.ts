import { searchKeysOf } from '@pupitre/shared/patients/search-keys';
import type pg from 'pg';
import type { Till } from './invoices.js';
import type { Patient } from './people.js';
import { todayLateness } from './today-board.js';
import { appointmentRow, claimRow, eventRows, type Visit } from './visit.js';
import { type Account, found, type World } from './world.js';
import type { Writer } from './writer.js';

/** The practice's own row and who works there: the two tables of the directory, open to the owner. */
export async function insertPractice(
  client: pg.Client,
  world: World,
  accounts: ReadonlyMap<string, Account>,
  endOfLoans: string,
): Promise<void> {
  const { shape, dice, columns } = world;
  await client.query(
    `insert into practice (practice_id, name, city, zone, holiday_zone, tariff_zone, phone, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [world.id, shape.name, shape.city, shape.zone, shape.holidayZone, shape.tariffZone, shape.phone, world.founded],
  );
  for (const person of shape.accounts) {
    const account = accounts.get(person.email);
    const isRemote = person.roles.includes('remote_secretary');
    await client.query(
      `insert into membership (practice_id, id, account_id, roles, lent_resource_ids, ends_on)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        world.id,
        dice.id(world.now),
        account?.id,
        person.roles,
        person.lent?.map((key) => found(columns, (column) => column.key === key).resourceId) ?? null,
        isRemote ? endOfLoans : null,
      ],
    );
  }
}

/** Sites, columns, motifs, hours, absences, billing entities; then each practitioner's account knows its column. */
export async function writeSetup(
  client: pg.Client,
  writer: Writer,
  world: World,
  accounts: ReadonlyMap<string, Account>,
): Promise<void> {
  const { shape, columns, motifs } = world;
  await writer.insert('site', [
    { id: world.siteId, name: shape.name, street: shape.street, postal_code: shape.postalCode, city: shape.city },
  ]);
  await writer.insert(
    'resource',
    columns.map((column, index) => resourceRow(column, index, world.siteId)),
  );
  await writer.insert('practitioner', columns.map(practitionerRow));
  await writer.insert('motif', motifs.map(motifRow));
  await writer.insert(
    'motif_resource',
    motifs.flatMap((motif) =>
      motif.columns.map((key) => ({
        motif_id: motif.id,
        resource_id: found(columns, (column) => column.key === key).resourceId,
      })),
    ),
  );
  await writer.insert('opening_rule', world.rules.map(ruleRow));
  await writer.insert(
    'absence',
    world.absences.map((absence) => absenceRow(absence, world)),
  );
  await writer.insert('billing_entity', columns.map(billingEntityRow));
  for (const person of shape.accounts.filter(({ practitionerOf }) => practitionerOf)) {
    await client.query('update membership set practitioner_id = $3 where practice_id = $1 and account_id = $2', [
      world.id,
      accounts.get(person.email)?.id,
      found(columns, (column) => column.key === person.practitionerOf).practitionerId,
    ]);
  }
}

export async function writePatients(writer: Writer, world: World, patients: readonly Patient[]): Promise<void> {
  const creators = new Map(world.desk.map((account) => [account.id, account]));
  await writer.insert(
    'patient',
    patients.map(({ row }) => row),
  );
  await writer.insert(
    'patient_search_key',
    patients.flatMap(({ row }) =>
      searchKeysOf({
        birthName: row.birth_name,
        usedName: row.used_name,
        firstName: row.first_name,
        firstNames: row.first_names,
        birthDate: row.birth_date,
        phone: row.phone,
      }).map(({ key, kind }) => ({ key, patient_id: row.id, kind })),
    ),
  );
  await writer.insert(
    'patient_event',
    patients.map(({ row }) => ({
      id: world.dice.id(new Date(row.created_at)),
      patient_id: row.id,
      at: row.created_at,
      account_id: row.created_by,
      actor_name: creators.get(row.created_by)?.displayName ?? '',
      kind: 'created',
      fields: [],
    })),
  );
}

export async function writeVisits(writer: Writer, world: World, visits: readonly Visit[]): Promise<void> {
  const appointments = visits.map((visit) => ({ visit, row: appointmentRow(visit, world) }));
  await writer.insert(
    'appointment',
    appointments.map(({ row }) => row),
  );
  await writer.insert(
    'claim',
    appointments.filter(({ row }) => row.status !== 'cancelled').map(({ visit, row }) => claimRow(visit, row, world)),
  );
  await writer.insert(
    'appointment_event',
    visits.flatMap((visit) => eventRows(visit, world)),
  );
}

export async function writeLateness(writer: Writer, world: World): Promise<void> {
  const late = world.columns.filter((column) => todayLateness[column.key] !== undefined);
  await writer.insert(
    'lateness',
    late.map((column) => ({
      resource_id: column.resourceId,
      local_day: world.day,
      minutes: todayLateness[column.key],
    })),
  );
}

export async function writeTill(writer: Writer, till: Till, patientCount: number): Promise<void> {
  await writer.insert('charge', till.charges);
  await writer.insert('invoice', till.invoices);
  await writer.insert('invoice_line', till.lines);
  await writer.insert('payment', till.payments);
  await writer.insert('practice_counter', [
    { series: 'patient', last_number: patientCount },
    ...till
      .lastNumbers()
      .map(({ entityId, year, last }) => ({ series: `invoice:${entityId}:${year}`, last_number: last })),
  ]);
}

function resourceRow(column: World['columns'][number], index: number, siteId: string) {
  return {
    id: column.resourceId,
    site_id: siteId,
    kind: column.kind,
    name: column.name,
    short_name: column.shortName,
    position: index + 1,
    active: true,
    version: 1,
  };
}

function practitionerRow(column: World['columns'][number]) {
  return {
    id: column.practitionerId,
    resource_id: column.resourceId,
    title: column.title,
    first_name: column.firstName,
    last_name: column.lastName,
    profession: column.profession,
    rpps: column.rpps,
  };
}

function motifRow(motif: World['motifs'][number], index: number) {
  return {
    id: motif.id,
    name: motif.name,
    short_name: motif.shortName,
    minutes: motif.minutes,
    color: motif.color,
    place: motif.place,
    usual_acts: motif.acts,
    bring: motif.bring ?? '',
    say: motif.say ?? '',
    active: true,
    position: index,
    version: 1,
  };
}

function ruleRow(rule: World['rules'][number]) {
  const { id, resourceId, isodow, startMin, endMin, label } = rule;
  return { id, resource_id: resourceId, isodow, start_min: startMin, end_min: endMin, label };
}

function absenceRow(absence: World['absences'][number], world: World) {
  const { id, resourceId, startsAt, endsAt, reason, note } = absence;
  const writtenAt = new Date(Math.min(Date.parse(startsAt), world.now.getTime()) - 12 * 86_400_000).toISOString();
  const createdBy = (world.desk[1] ?? world.desk[0])?.id;
  return {
    id,
    resource_id: resourceId,
    starts_at: startsAt,
    ends_at: endsAt,
    reason,
    note,
    created_by: createdBy,
    created_at: writtenAt,
  };
}

function billingEntityRow(column: World['columns'][number]) {
  const title = column.title === 'dr' ? 'Dr ' : '';
  return {
    id: column.billingEntityId,
    practitioner_id: column.practitionerId,
    name: `${title}${column.firstName} ${column.lastName}`,
    siren: column.siren,
  };
}

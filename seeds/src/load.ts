import { createHash, randomBytes } from 'node:crypto';
import { searchKeysOf } from '@pupitre/shared/patients/search-keys';
import type { LocalDay } from '@pupitre/shared/time/zone';
import pg from 'pg';
import { insertAccounts } from './accounts.js';
import { nextOpenDay, startDemoClock } from './demo-clock.js';
import { writeLoadInvoices } from './load-invoices.js';
import { loadWorld } from './load-practice.js';
import { loadAppointments, loadDays, loadPatient } from './load-rows.js';
import { insertPractice, writeSetup } from './practice-writer.js';
import { Dice } from './random.js';
import type { AppointmentRow, PatientRow } from './rows.js';
import { enterPractice, inTransaction, withSeedingSession } from './seeding-session.js';
import { type Account, found, type World } from './world.js';
import { Writer } from './writer.js';

export interface LoadSize {
  readonly practitioners: number;
  /** Open days before the demo clock's: their visits are over, invoiced and paid but for `unpaidDays`. */
  readonly pastDays: number;
  /** Open days from the demo clock's on. */
  readonly futureDays: number;
  /** How many of the last past days still wait to be paid. */
  readonly unpaidDays: number;
  /** Visits of a column on a day, 38 at most. */
  readonly perDay: number;
  readonly patients: number;
  /** What its people's addresses end with; two loads in one database need two. */
  readonly domain?: string;
  /** The demo clock's day; 2 March 2026 unless said. */
  readonly day?: LocalDay;
}

/** A secretary with a session that lives ten hours: `token` is the value of the cookie. */
export interface LoadAccount extends Account {
  readonly token: string;
}

export interface SeededLoad {
  readonly practiceId: string;
  readonly day: LocalDay;
  /** Token of the first account. */
  readonly sessionToken: string;
  readonly accounts: readonly LoadAccount[];
  readonly columns: readonly { readonly resourceId: string; readonly practitionerId: string }[];
  readonly motifId: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** The size the product is measured with. */
export const benchSize: LoadSize = {
  practitioners: 10,
  pastDays: 254,
  futureDays: 130,
  unpaidDays: 4,
  perDay: 30,
  patients: 20_000,
};

/**
 * One large practice beside whatever is there, with sixteen people already signed in: the desk, and an administrator who
 * typed her password again. Password of all: the demo's.
 * @param ownerUrl address of the schema's owner, migrated.
 */
export async function seedLoad(ownerUrl: string, size: LoadSize): Promise<SeededLoad> {
  const day = nextOpenDay(size.day ?? '2026-03-02');
  const { world, accounts } = loadWorld(
    { practitioners: size.practitioners, domain: size.domain ?? 'marronniers.demo' },
    day,
    new Dice(`load ${day} ${JSON.stringify(size)}`),
  );
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const seeded = await inTransaction(client, () => write(client, world, accounts, size));
    await client.query('analyze');
    return seeded;
  } finally {
    await client.end();
  }
}

async function write(
  client: pg.Client,
  world: World,
  accounts: Map<string, Account>,
  size: LoadSize,
): Promise<SeededLoad> {
  await keepOrStartClock(client, world.day);
  await insertAccounts(client, [...accounts.values()]);
  await insertPractice(client, world, accounts, '2099-12-31');
  const writer = new Writer(client, world.id);
  const patients = Array.from({ length: size.patients }, (_, index) => loadPatient(world, index));
  await withSeedingSession(client, found(world.desk, () => true).id, async () => {
    await enterPractice(client, world.id);
    await writeSetup(client, writer, world, accounts);
    await writePatients(writer, patients);
    const days = loadDays(world.day, size.pastDays, size.futureDays);
    for (const [index, day] of days.entries()) {
      // The checks of foreign keys keep the plan they made on an empty table until its statistics change.
      if (index === 2 || index === 20) await client.query('analyze patient, appointment');
      const visits = world.columns.flatMap((column) => loadAppointments(world, column, day, size.perDay, patients));
      await writeVisits(writer, world, visits);
    }
    await writeLoadInvoices(client, world, days[size.pastDays - size.unpaidDays] ?? world.day);
  });
  const signedIn = await signIn(client, [...accounts.values()]);
  return {
    practiceId: world.id,
    day: world.day,
    sessionToken: found(signedIn, () => true).token,
    accounts: signedIn,
    columns: world.columns.map(({ resourceId, practitionerId }) => ({ resourceId, practitionerId })),
    motifId: found(world.motifs, () => true).id,
    counts: writer.counts,
  };
}

/** The clock of a demo that is there already is not touched. */
async function keepOrStartClock(client: pg.Client, day: LocalDay): Promise<void> {
  const { rowCount } = await client.query('select 1 from app.installation');
  if (rowCount === 0) await startDemoClock(client, day);
}

async function writePatients(writer: Writer, patients: readonly PatientRow[]): Promise<void> {
  await writer.insert('patient', patients);
  for (let from = 0; from < patients.length; from += 2000) {
    const keys = patients.slice(from, from + 2000).flatMap((row) =>
      searchKeysOf({
        birthName: row.birth_name,
        usedName: row.used_name,
        firstName: row.first_name,
        firstNames: row.first_names,
        birthDate: row.birth_date,
        phone: row.phone,
      }).map(({ key, kind }) => ({ key, patient_id: row.id, kind })),
    );
    await writer.insert('patient_search_key', keys);
  }
  await writer.insert('practice_counter', [{ series: 'patient', last_number: patients.length }]);
}

async function writeVisits(writer: Writer, world: World, visits: readonly AppointmentRow[]): Promise<void> {
  const author = found(world.desk, () => true);
  await writer.insert('appointment', visits);
  await writer.insert(
    'claim',
    visits.map((visit) => ({
      id: world.dice.id(new Date(visit.created_at)),
      resource_id: visit.resource_id,
      appointment_id: visit.id,
      kind: 'appointment',
      span: `[${visit.starts_at},${visit.ends_at})`,
      lane: 0,
    })),
  );
  await writer.insert(
    'appointment_event',
    visits.map((visit) => ({
      id: world.dice.id(new Date(visit.created_at)),
      appointment_id: visit.id,
      at: visit.created_at,
      account_id: author.id,
      actor_name: author.displayName,
      kind: 'booked',
      details: { day: visit.local_day, startMin: String(visit.start_min), resourceId: visit.resource_id },
    })),
  );
}

async function signIn(client: pg.Client, accounts: readonly Account[]): Promise<LoadAccount[]> {
  const signedIn = accounts.map((account) => ({ ...account, token: randomBytes(32).toString('base64url') }));
  for (const { id, token } of signedIn) {
    await client.query(
      `insert into app.session (token_hash, account_id, ends_at) values ($1, $2, now() + interval '10 hours')`,
      [createHash('sha256').update(token).digest(), id],
    );
  }
  return signedIn;
}

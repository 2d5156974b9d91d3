import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import pg from 'pg';
import { accountsOf, insertAccounts } from './accounts.js';
import { Agenda } from './agenda.js';
import { DayFiller, isOpenDay } from './day-filler.js';
import { shownInstant, startDemoClock } from './demo-clock.js';
import { flamboyants } from './flamboyants.js';
import { writtenVisits } from './handwritten.js';
import { Till } from './invoices.js';
import { Journal } from './journal.js';
import { otherPeople } from './named-people.js';
import { type Patient, Population } from './people.js';
import type { PracticeShape } from './practice-shape.js';
import { insertPractice, writeLateness, writePatients, writeSetup, writeTill, writeVisits } from './practice-writer.js';
import { Dice } from './random.js';
import { writeRooms } from './rooms.js';
import { enterPractice, inTransaction, withSeedingSession } from './seeding-session.js';
import { tilleuls } from './tilleuls.js';
import { playBoard, playNow } from './today.js';
import { todayBoard } from './today-board.js';
import type { Visit } from './visit.js';
import { VisitCourse } from './visit-course.js';
import { writeWaitingList } from './waiting-list.js';
import { type Account, buildWorld, found, type World } from './world.js';
import { Writer } from './writer.js';

const pastDays = 182;
const futureDays = 92;

export interface SeededPractice {
  readonly practiceId: string;
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}

interface ComposedPractice {
  readonly world: World;
  readonly patients: readonly Patient[];
  readonly visits: readonly Visit[];
  readonly till: Till;
}

/** Both practices as they stand at 10 h 42 of `day`, an open weekday: no database, no clock, the same every time. */
export function composeDemo(day: LocalDay): { accounts: Map<string, Account>; practices: ComposedPractice[] } {
  const now = shownInstant(day);
  const dice = new Dice(`pupitre ${day}`);
  const shapes = [tilleuls(day), flamboyants()];
  const accounts = accountsOf(
    shapes.map((shape) => shape.accounts),
    () => dice.id(now),
  );
  const practices = shapes.map((shape, index) => {
    const place = { day, now, dice: new Dice(`${shape.key} ${day}`), firstNumber: 10 * (index + 1) };
    const world = buildWorld(shape, place, teamOf(shape, accounts));
    const isFirst = index === 0;
    const { patients } = new Population(world).fill(isFirst ? [...boardPeople(), ...otherPeople] : []);
    const visits = playAll(world, patients, isFirst);
    return { world, patients, visits, till: new Till(world).settle(visits, addDays(day, -pastDays - 14)) };
  });
  return { accounts, practices };
}

/**
 * Writes both demo practices, alive at 10 h 42 of `day`, in one transaction. The same day gives the same rows, but for
 * password hashes.
 * @param ownerUrl address of the schema's owner, migrated and without any practice.
 * @param day an open weekday.
 */
export async function seedDemo(ownerUrl: string, { day }: { day: LocalDay }): Promise<SeededPractice[]> {
  const { accounts, practices } = composeDemo(day);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await inTransaction(client, async () => {
      await startDemoClock(client, day);
      await insertAccounts(client, [...accounts.values()]);
      const seeded: SeededPractice[] = [];
      for (const practice of practices) seeded.push(await writePractice(client, practice, accounts));
      return seeded;
    });
  } finally {
    await client.end();
  }
}

async function writePractice(
  client: pg.Client,
  { world, patients, visits, till }: ComposedPractice,
  accounts: Map<string, Account>,
): Promise<SeededPractice> {
  const isShared = world.shape.key === 'tilleuls';
  await insertPractice(client, world, accounts, endOfLoans(world.day));
  const writer = new Writer(client, world.id);
  await withSeedingSession(client, found(world.desk, () => true).id, async () => {
    await enterPractice(client, world.id);
    await writeSetup(client, writer, world, accounts);
    await writePatients(writer, world, patients);
    await writeVisits(writer, world, visits);
    await writeLateness(writer, world);
    await writeTill(writer, till, patients.length);
    // After all the rest: what chance gives the visits stays what it was.
    if (isShared) await writeRooms(writer, world);
    if (isShared) await writeWaitingList(writer, world, patients);
  });
  return { practiceId: world.id, name: world.shape.name, counts: writer.counts };
}

/** The day of the pictures first, then what is written by hand, then chance around them. */
function playAll(world: World, patients: readonly Patient[], isFirst: boolean): Visit[] {
  const agenda = new Agenda(world);
  const journal = new Journal(world);
  const course = new VisitCourse(world, journal);
  const filler = new DayFiller(world, agenda, patients);
  const desk = { world, agenda, journal, course };
  const visits: Visit[] = isFirst ? [...playBoard(desk, patients), ...writtenVisits(desk, patients)] : [];
  for (let away = -pastDays; away <= futureDays; away += 1) {
    const day = addDays(world.day, away);
    if (!isOpenDay(day, world.shape.holidayZone) || (away === 0 && isFirst)) continue;
    const drafts = world.columns.flatMap((column) => filler.fill(column, day, loadOn(away, world.shape.ordinaryLoad)));
    if (away === 0) visits.push(...playNow(desk, drafts));
    else if (away < 0) visits.push(...drafts.map((draft) => course.past(draft)));
    else visits.push(...drafts.map((draft) => course.future(draft)).filter((visit) => !agenda.isReserved(visit)));
  }
  return visits;
}

/** Share of the open time to book: full around today, an ordinary month before, less and less ahead. */
function loadOn(away: number, ordinary: number): number {
  if (away < -42) return ordinary;
  if (away < -12) return ordinary * 1.6;
  if (away === 0) return 0.88;
  if (away < -5) return Math.min(0.8, ordinary * 2.6);
  if (away <= 5) return Math.min(0.9, ordinary * 3.6);
  if (away <= 12) return Math.min(0.66, ordinary * 2.6);
  if (away <= 26) return ordinary * 1.6;
  return away <= 54 ? ordinary * 0.8 : ordinary * 0.3;
}

function boardPeople() {
  const people = new Map<string, { family: string; firstName: string; sex: 'F' | 'M'; age: string }>();
  for (const { family, firstName, sex, age } of Object.values(todayBoard).flat()) {
    people.set(`${family} ${firstName}`, { family, firstName, sex, age });
  }
  return [...people.values()];
}

/** The secretaries at the desk, and the one who answers from elsewhere. */
function teamOf(shape: PracticeShape, accounts: Map<string, Account>): Pick<World, 'desk' | 'remote'> {
  const accountOf = (email: string) => found([...accounts.values()], (account) => account.email === email);
  const remote = found(shape.accounts, ({ roles }) => roles.includes('remote_secretary'));
  return {
    desk: shape.accounts.filter(({ roles }) => roles.includes('secretary')).map(({ email }) => accountOf(email)),
    remote: {
      account: accountOf(remote.email),
      columns: remote.lent ?? shape.columns.map(({ key }) => key),
    },
  };
}

/** Loans are checked by the database's clock, not by the demo's: they must outlive both. */
function endOfLoans(day: LocalDay): string {
  const year = Math.max(Number(day.slice(0, 4)), new Date().getFullYear());
  return `${year + 1}-12-31`;
}

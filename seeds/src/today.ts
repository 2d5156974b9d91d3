import { addDays, toLocal } from '@pupitre/shared/time/zone';
import type { Agenda } from './agenda.js';
import type { Draft } from './day-filler.js';
import type { Journal } from './journal.js';
import type { Patient } from './people.js';
import { type BoardVisit, todayBoard } from './today-board.js';
import { after, type Stamp, type Visit } from './visit.js';
import type { VisitCourse } from './visit-course.js';
import { type Account, type Column, found, minutesOf, type World } from './world.js';

interface Desk {
  readonly world: World;
  readonly agenda: Agenda;
  readonly journal: Journal;
  readonly course: VisitCourse;
}

/** The day of the pictures, at 10 h 42. */
export function playBoard(desk: Desk, patients: readonly Patient[]): Visit[] {
  const { world, agenda } = desk;
  const visits: Visit[] = [];
  for (const [key, board] of Object.entries(todayBoard)) {
    const column = found(world.columns, (each) => each.key === key);
    for (const told of board) {
      const draft = draftOf(told, column, patients, world);
      if (told.status !== 'cancelled') {
        agenda.take(
          column,
          world.day,
          { startMin: draft.startMin, endMin: draft.startMin + draft.minutes },
          draft.patient.row.id,
        );
      }
      visits.push(played(desk, told, draft));
    }
  }
  return visits;
}

function draftOf(told: BoardVisit, column: Column, patients: readonly Patient[], world: World): Draft {
  return {
    column,
    motif: found(world.motifs, (motif) => motif.shortName === told.motif && motif.columns.includes(column.key)),
    patient: found(patients, (patient) => patient.name === `${told.family} ${told.firstName}`),
    day: world.day,
    startMin: minutesOf(told.start),
    minutes: told.minutes,
    note: told.note,
  };
}

function played(desk: Desk, told: BoardVisit, draft: Draft): Visit {
  const { journal, course, world } = desk;
  const lea = found(world.desk, () => true);
  const started = { ...course.start(draft), urgent: told.urgent, ...toldStory(desk, told, lea) };
  const sharp = (clock: string | undefined): Stamp | undefined =>
    clock ? journal.sharp(world.day, minutesOf(clock), lea) : undefined;
  const steps = { arrived: sharp(told.arrived), called: sharp(told.called), seen: sharp(told.seen) };
  switch (told.status) {
    case 'done':
      return doneThisMorning(desk, started, steps);
    case 'no_show':
      return { ...started, status: 'no_show', absent: journal.at(world.day, draft.startMin + 20, lea) };
    case 'cancelled':
      return {
        ...started,
        status: 'cancelled',
        cancelled: {
          ...journal.at(world.day, Math.min(draft.startMin - 70, 580), lea),
          side: 'patient',
          reason: 'Empêchement',
        },
      };
    case 'booked':
      return { ...started, status: 'booked', confirmed: undefined };
    case 'confirmed':
      return { ...started, status: 'confirmed', confirmed: started.confirmed ?? certain(desk, started, lea) };
    default:
      return { ...started, status: told.status, ...steps, ...(told.urgent ? bookedThisMorning(desk, told, lea) : {}) };
  }
}

function doneThisMorning(desk: Desk, started: Visit, steps: Pick<Visit, 'arrived' | 'called' | 'seen'>): Visit {
  const { course, world } = desk;
  const visit = course.done(started, after(world.now, -6));
  const told = { ...visit, ...defined(steps) };
  const paid = {
    at: after(told.seen?.at ?? world.now, 0, 3 * 60 + 20),
    by: told.seen?.by ?? found(world.desk, () => true),
  };
  return { ...told, done: visit.motif.acts.length > 0 ? paid : told.seen };
}

/** An emergency was put between two visits a little before it came. */
function bookedThisMorning(desk: Desk, told: BoardVisit, by: Account): Pick<Visit, 'booked' | 'confirmed' | 'moved'> {
  const arrival = minutesOf(told.arrived ?? told.start);
  return { booked: desk.journal.at(desk.world.day, arrival - 24, by), confirmed: undefined, moved: undefined };
}

/** The story of the visit the pictures open. */
function toldStory({ journal, world }: Desk, told: BoardVisit, by: Account): Partial<Visit> {
  if (told.bookedAgo === undefined || told.confirmedAgo === undefined) return {};
  return {
    source: 'phone',
    moved: undefined,
    booked: journal.at(addDays(world.day, -told.bookedAgo), 615, by),
    confirmed: journal.at(addDays(world.day, -told.confirmedAgo), 552, by),
  };
}

function certain({ journal, world }: Desk, visit: Visit, by: Account): Stamp {
  const stamp = journal.at(world.day, 490, by);
  return stamp.at > visit.booked.at ? stamp : { at: after(visit.booked.at, 1), by };
}

function defined<T extends object>(steps: T): Partial<T> {
  return Object.fromEntries(Object.entries(steps).filter(([, stamp]) => stamp !== undefined)) as Partial<T>;
}

/** Any practice's own day at the present instant: seen, in the room, waiting, to come. */
export function playNow(desk: Desk, drafts: readonly Draft[]): Visit[] {
  const { world, course, journal } = desk;
  const nowMin = toLocal(world.now, world.shape.zone).minutes;
  const lastBegun = new Map(
    drafts.filter((draft) => draft.startMin <= nowMin).map((draft) => [draft.column.key, draft]),
  );
  const visits = drafts.map((draft): Visit => {
    const start = course.start(draft);
    const by = journal.anyone();
    const minutesToGo = draft.startMin - nowMin;
    if (draft === lastBegun.get(draft.column.key) && minutesToGo > -40) {
      const called = journal.sharp(world.day, draft.startMin + Math.min(4, -minutesToGo), by);
      return { ...start, status: 'in_consultation', arrived: journal.sharp(world.day, draft.startMin - 8, by), called };
    }
    if (minutesToGo <= 0)
      return world.dice.chance(0.06) ? absentToday(desk, start) : course.done(start, after(world.now, -9));
    if (minutesToGo <= 20)
      return { ...start, status: 'arrived', arrived: journal.sharp(world.day, nowMin - world.dice.int(2, 17), by) };
    return { ...start, status: start.confirmed ? 'confirmed' : 'booked' };
  });
  return withOneAtTheTill(visits);
}

/** The last one seen has not paid yet. */
function withOneAtTheTill(visits: readonly Visit[]): Visit[] {
  const atTheTill = visits.filter((visit) => visit.status === 'done' && visit.motif.acts.length > 0).at(-1);
  return visits.map((visit) => (visit === atTheTill ? { ...visit, status: 'to_collect', done: undefined } : visit));
}

function absentToday({ journal, world }: Desk, start: Visit): Visit {
  const absent = journal.at(world.day, start.startMin + 15);
  return {
    ...start,
    status: 'no_show',
    absent: absent.at < world.now ? absent : { at: after(world.now, -1), by: absent.by },
  };
}

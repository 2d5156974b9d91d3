import { daysBetween } from '@pupitre/shared/time/zone';
import type { Draft } from './day-filler.js';
import type { Journal } from './journal.js';
import type { Stamp, Visit } from './visit.js';
import { after } from './visit.js';
import { instant, type World } from './world.js';

/** What becomes of a draft: a past visit that went one way or another, a future one that waits. */
export class VisitCourse {
  /** When each column was free again, so that nobody is seen before the one who came earlier has left. */
  private readonly freeAt = new Map<string, Date>();

  constructor(
    private readonly world: World,
    private readonly journal: Journal,
  ) {}

  past(draft: Draft): Visit {
    const { dice } = this.world;
    const start = this.start(draft);
    const fate = dice.weighted([
      ['done', 92],
      ['no_show', 4],
      ['cancelled', 4],
    ] as const);
    if (fate === 'done') return this.done(start);
    if (fate === 'no_show') {
      return { ...start, status: 'no_show', absent: this.journal.at(draft.day, draft.startMin + 25) };
    }
    return this.cancelled(start, after(start.booked.at, 60), instant(draft.day, draft.startMin, this.world.shape.zone));
  }

  future(draft: Draft): Visit {
    const { dice, day, now } = this.world;
    const start = this.start(draft);
    if (dice.chance(0.03)) return this.cancelled(start, start.booked.at, now);
    const away = daysBetween(day, draft.day);
    const confirmed = dice.chance(away <= 3 ? 0.55 : away <= 7 ? 0.2 : 0.04)
      ? this.confirmedSoon(start.booked)
      : undefined;
    return { ...start, status: confirmed ? 'confirmed' : 'booked', confirmed };
  }

  /** Seen, and gone, by `until` at the latest: the times follow each other, and those of the column's earlier visits. */
  done(start: Visit, until: Date | undefined = undefined): Visit {
    const { dice, shape } = this.world;
    const planned = instant(start.day, start.startMin, shape.zone);
    const by = this.journal.anyone();
    const comes = start.walkIn ? start.booked.at : after(planned, dice.int(-14, 2), dice.int(0, 59));
    const arrived = { at: until ? earliest(comes, after(until, -9)) : comes, by };
    const key = `${start.column.key} ${start.day}`;
    const free = latest(after(arrived.at, dice.int(1, 3)), planned, this.freeAt.get(key));
    const calledAt = until ? earliest(free, after(until, -5)) : free;
    const wanted = after(calledAt, Math.max(4, Math.round(start.minutes * (0.6 + dice.next() * 0.4))), dice.int(0, 59));
    const seenAt = until && wanted > until ? until : wanted;
    this.freeAt.set(key, seenAt);
    const seen = { at: seenAt, by };
    const isBilled = start.motif.acts.length > 0;
    return {
      ...start,
      status: 'done',
      arrived,
      called: { at: calledAt, by },
      seen,
      done: isBilled ? { at: after(seenAt, dice.int(1, 5), dice.int(0, 59)), by } : seen,
    };
  }

  /** Booked, perhaps moved, perhaps confirmed: how every visit begins. */
  start(draft: Draft, isPlain = false): Visit {
    const { dice } = this.world;
    const walkIn = !isPlain && draft.day < this.world.day && dice.chance(0.012);
    const booked = walkIn
      ? this.journal.at(draft.day, draft.startMin - 4)
      : this.journal.booking(
          draft.column,
          draft.day,
          dice.weighted([
            [dice.int(1, 4), 30],
            [dice.int(5, 20), 45],
            [dice.int(21, 75), 25],
          ]),
        );
    const confirmed = !walkIn && draft.day <= this.world.day && dice.chance(0.55);
    return {
      ...draft,
      id: dice.id(booked.at),
      status: 'booked',
      urgent: false,
      walkIn,
      source: walkIn || dice.chance(0.3) ? 'desk' : 'phone',
      booked,
      ...(walkIn || isPlain ? {} : this.moved(draft, booked)),
      confirmed: confirmed ? this.journal.confirmation(draft.day, booked) : undefined,
    };
  }

  cancelled(start: Visit, from: Date, to: Date): Visit {
    const { dice } = this.world;
    const share = 0.4 + dice.next() * 0.55;
    const at = new Date(from.getTime() + Math.max(0, to.getTime() - from.getTime()) * share);
    const side = dice.weighted([
      ['patient', 80],
      ['practitioner', 12],
      ['error', 4],
      ['other', 4],
    ] as const);
    const reason = side === 'patient' ? dice.pick(patientReasons) : '';
    const confirmed = start.confirmed && start.confirmed.at < at ? start.confirmed : undefined;
    const moved = start.moved && start.moved.at < at ? start.moved : undefined;
    return {
      ...start,
      confirmed,
      moved,
      status: 'cancelled',
      cancelled: { at, by: this.journal.booker(start.column), side, reason },
    };
  }

  private moved(draft: Draft, booked: Stamp): Pick<Visit, 'moved'> {
    const { dice, now } = this.world;
    if (!dice.chance(0.05)) return {};
    const at = after(booked.at, dice.int(120, 2000));
    if (at > now || at > instant(draft.day, 0, this.world.shape.zone)) return {};
    const fromMin = Math.max(480, draft.startMin - 10 * dice.int(3, 18));
    return { moved: { at, by: this.journal.booker(draft.column), fromDay: draft.day, fromMin } };
  }

  private confirmedSoon(booked: Stamp): Stamp | undefined {
    const { dice, day, now } = this.world;
    const stamp = this.journal.at(day, dice.int(490, 630));
    return stamp.at > booked.at && stamp.at < now ? stamp : undefined;
  }
}

const patientReasons = [
  '',
  '',
  'Empêchement',
  'Va mieux',
  'Garde d’enfant',
  'Problème de transport',
  'Travail',
] as const;

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function latest(...instants: readonly (Date | undefined)[]): Date {
  return new Date(Math.max(...instants.map((at) => at?.getTime() ?? 0)));
}

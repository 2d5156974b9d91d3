import { publicHoliday } from '@pupitre/shared/planning/public-holidays';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { after, type Stamp } from './visit.js';
import { type Account, type Column, instant, type World } from './world.js';

/** Who did what at which hour, the way a desk works: never on a Sunday, never in the future. */
export class Journal {
  constructor(private readonly world: World) {}

  /** Somebody who may book in this column, from elsewhere now and then. */
  booker(column: Column): Account {
    const { remote, dice } = this.world;
    return remote.columns.includes(column.key) && dice.chance(0.25) ? remote.account : this.anyone();
  }

  /** Somebody at the desk, the first one most of the time. */
  anyone(): Account {
    const { desk, dice } = this.world;
    return dice.weighted(desk.map((account, index) => [account, index === 0 ? 6 : 3] as const));
  }

  at(day: LocalDay, minutes: number, by: Account = this.anyone()): Stamp {
    return { at: after(instant(day, Math.floor(minutes), this.world.shape.zone), 0, this.world.dice.int(2, 55)), by };
  }

  /** Exactly on the minute: for what the pictures count from. */
  sharp(day: LocalDay, minutes: number, by: Account): Stamp {
    return { at: instant(day, minutes, this.world.shape.zone), by };
  }

  /** Booked `daysBefore` the visit or so, before now and in office hours. */
  booking(column: Column, day: LocalDay, daysBefore: number): Stamp {
    const { dice, now, shape } = this.world;
    let bookedOn = this.openDay(addDays(day, -daysBefore));
    if (bookedOn > this.world.day) bookedOn = this.openDay(addDays(this.world.day, -dice.int(1, 28)));
    const stamp = this.at(bookedOn, dice.int(485, 1075), this.booker(column));
    return stamp.at < now
      ? stamp
      : { at: after(instant(this.world.day, 484, shape.zone), 0, dice.int(0, 50)), by: stamp.by };
  }

  /** Told on an open day a little before, or undefined when that day is still to come. */
  confirmation(day: LocalDay, booked: Stamp): Stamp | undefined {
    const stamp = this.at(this.openDay(addDays(day, -this.world.dice.int(1, 3))), this.world.dice.int(500, 600));
    return stamp.at > booked.at && stamp.at < this.world.now ? stamp : undefined;
  }

  private openDay(day: LocalDay): LocalDay {
    const isClosed = isoWeekday(day) > 5 || publicHoliday(day, this.world.shape.holidayZone) !== null;
    return isClosed ? this.openDay(addDays(day, -1)) : day;
  }
}

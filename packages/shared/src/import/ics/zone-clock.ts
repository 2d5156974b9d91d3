import { type LocalDay, toInstant } from '../../time/zone.js';
import { ianaZoneOf } from './windows-zones.js';
import { offsetsOfBlock, type ZoneBlock } from './zone-block.js';

/** The instant at which a wall clock shows `day` and `minutes` (0..1440); null when it never does. */
export type WallClock = (day: LocalDay, minutes: number) => Date | null;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Two years of a column's hours. */
const mostRemembered = 20_000;

/**
 * Clocks of the zones a calendar names: `null` is the practice's own, then UTC, an IANA or Windows name, and last what
 * a VTIMEZONE block of the file says. A name comes before its block: blocks often know one year only. The answer is
 * null for a zone nobody describes: such an event must not be placed at a guess.
 * An hour that comes twice is taken the first time, one that never comes gives null (see `toInstant`).
 */
export function zoneClocks(
  practiceZone: string,
  blocks: readonly ZoneBlock[],
): (zoneId: string | null) => WallClock | null {
  const clocks = new Map<string | null, WallClock | null>();
  const make = (zoneId: string | null): WallClock | null => {
    if (zoneId === null) return inZone(practiceZone);
    if (zoneId === 'UTC') return (day, minutes) => new Date(wallOf(day, minutes));
    const block = blocks.find(({ id }) => id === zoneId);
    const name = ianaZoneOf(zoneId) ?? ianaZoneOf(block?.location ?? '');
    if (name) return inZone(name);
    const offsets = block ? offsetsOfBlock(block) : null;
    return offsets && byOffsets(offsets);
  };
  return (zoneId) => {
    const before = clocks.get(zoneId);
    if (before !== undefined) return before;
    const clock = remembering(make(zoneId));
    if (clocks.size < 200) clocks.set(zoneId, clock);
    return clock;
  };
}

/** Reading a zone costs a hundred times a look-up, and each visit of a file asks for its hour several times. */
function remembering(clock: WallClock | null): WallClock | null {
  if (!clock) return null;
  const known = new Map<string, Date | null>();
  return (day, minutes) => {
    const key = `${day}+${minutes}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const instant = clock(day, minutes);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, instant);
    return instant;
  };
}

function inZone(zone: string): WallClock {
  return (day, minutes) => toInstant(day, minutes, zone);
}

/** The same rule as `toInstant`, on the offsets of a block. */
function byOffsets(offsetMinAt: (at: number) => number): WallClock {
  return (day, minutes) => {
    const wall = wallOf(day, minutes);
    const candidates = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - offsetMinAt(near) * MINUTE_MS);
    const real = candidates.filter((at) => at + offsetMinAt(at) * MINUTE_MS === wall);
    return real.length === 0 ? null : new Date(Math.min(...real));
  };
}

function wallOf(day: LocalDay, minutes: number): number {
  return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
}

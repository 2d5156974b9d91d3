import { generateRpps, generateSiren } from '@pupitre/shared/identity/checks';
import { type Interval, intersectIntervals, subtractIntervals } from '@pupitre/shared/planning/interval';
import type { OpeningLabel } from '@pupitre/shared/planning/opening-hours';
import type { AbsenceSpan, OpeningRule } from '@pupitre/shared/planning/practice-day';
import { addDays, type LocalDay, toInstant } from '@pupitre/shared/time/zone';
import type { ColumnShape, MotifShape, PracticeShape } from './practice-shape.js';
import { Dice } from './random.js';

export interface Column extends ColumnShape {
  readonly resourceId: string;
  readonly practitionerId: string;
  readonly billingEntityId: string;
  readonly rpps: string;
  readonly siren: string;
}

export interface Motif extends MotifShape {
  readonly id: string;
}

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly initials: string;
}

/** A practice with its ids, its hours and its people, before any patient comes in. */
export interface World {
  readonly shape: PracticeShape;
  readonly id: string;
  readonly founded: Date;
  readonly siteId: string;
  readonly day: LocalDay;
  readonly now: Date;
  readonly dice: Dice;
  readonly columns: readonly Column[];
  readonly motifs: readonly Motif[];
  readonly rules: readonly (OpeningRule & { readonly id: string; readonly label: OpeningLabel })[];
  readonly absences: readonly AbsenceSpan[];
  /** Those at the desk, the first one most. */
  readonly desk: readonly Account[];
  /** She answers from elsewhere, for some columns or for all, and never sees anybody come in. */
  readonly remote: { readonly account: Account; readonly columns: readonly string[] };
}

/** @param firstNumber where this practice's fictional RPPS and SIREN begin. */
export function buildWorld(
  shape: PracticeShape,
  place: { readonly day: LocalDay; readonly now: Date; readonly dice: Dice; readonly firstNumber: number },
  team: Pick<World, 'desk' | 'remote'>,
): World {
  const { day, now, dice, firstNumber } = place;
  const founded = instant(addDays(day, firstNumber - 1400), 540, shape.zone);
  const id = dice.id(founded);
  const columns = shape.columns.map((column, index) => ({
    ...column,
    resourceId: dice.id(founded),
    practitionerId: dice.id(founded),
    billingEntityId: dice.id(founded),
    rpps: generateRpps(firstNumber + index),
    siren: generateSiren(firstNumber + index),
  }));
  // Dice of their own: what chance gives the visits stays what it was.
  const cuts = new Dice(`${shape.key} emergencies ${day}`);
  return {
    shape,
    id,
    founded,
    siteId: dice.id(founded),
    day,
    now,
    dice,
    columns,
    motifs: shape.motifs.map((motif) => ({ ...motif, id: dice.id(founded) })),
    rules: columns.flatMap((column) =>
      rulesOf(
        column,
        () => dice.id(founded),
        () => cuts.id(founded),
      ),
    ),
    absences: shape.absences.map((absence) => ({
      id: dice.id(instant(addDays(day, Math.min(absence.fromDay, 0) - 20), 600, shape.zone)),
      resourceId: found(columns, (column) => column.key === absence.column).resourceId,
      startsAt: instant(addDays(day, absence.fromDay), absence.fromMin, shape.zone).toISOString(),
      endsAt: instant(addDays(day, absence.toDay), absence.toMin, shape.zone).toISOString(),
      reason: absence.reason,
      note: absence.note,
    })),
    ...team,
  };
}

/** The instant of a local time; the next minute that exists when the clock jumps over it. */
export function instant(day: LocalDay, minutes: number, zone: string): Date {
  return toInstant(day, minutes, zone) ?? instant(day, minutes + 1, zone);
}

/** '8:20' in minutes. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function found<T>(among: readonly T[], isWanted: (each: T) => boolean): T {
  const wanted = among.find(isWanted);
  if (wanted === undefined) throw new Error('the demo names something it does not have');
  return wanted;
}

/** What a column keeps for emergencies is a rule of its own, cut out of its hours. */
function rulesOf(column: Column, newId: () => string, cutId: () => string) {
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((isodow) => {
    const kept = intervalsOf(column.reserved?.[isodow]);
    return intervalsOf(column.hours[isodow]).flatMap((span) => {
      const pieces = [
        ...subtractIntervals([span], kept).map((piece) => ({ ...piece, label: '' as const })),
        ...intersectIntervals([span], kept).map((piece) => ({ ...piece, label: 'urgent' as const })),
      ];
      return pieces.map((piece, index) => ({
        id: index === 0 ? newId() : cutId(),
        ...{ resourceId: column.resourceId, isodow, ...piece, validFrom: null, validTo: null },
      }));
    });
  });
}

function intervalsOf(hours = ''): Interval[] {
  const spans = hours.split(' ').filter((span) => span !== '');
  return spans.map((span) => {
    const [start = '', end = ''] = span.split('-');
    return { startMin: minutesOf(start), endMin: minutesOf(end) };
  });
}

import { partsOfDay } from '@pupitre/shared/planning/free-day';
import { intersectIntervals, mergeIntervals } from '@pupitre/shared/planning/interval';
import type { WeekTime } from '@pupitre/shared/planning/waiting-fit';

/** A half-day of the week, as the form ticks it: '2m' is Tuesday morning, '2a' Tuesday afternoon. */
export type HalfDay = `${number}${'m' | 'a'}`;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const halfDay = (isodow: number, part: 'm' | 'a'): HalfDay => `${isodow}${part}`;

interface TickedTimes {
  readonly halves: readonly HalfDay[];
  /** Minutes of the day that narrow each of them; null: the whole half. */
  readonly fromMin: number | null;
  readonly toMin: number | null;
}

/** The half-days ticked, narrowed by the hours; hours alone mean every day. Sorted, touching spans made one. */
export function timesOf({ halves, fromMin, toMin }: TickedTimes): WeekTime[] {
  if (halves.length === 0 && fromMin === null && toMin === null) return [];
  const hours = { startMin: fromMin ?? 0, endMin: toMin ?? 1440 };
  return weekdays.flatMap((isodow) => {
    const parts = [
      ...(halves.includes(halfDay(isodow, 'm')) ? [partsOfDay.morning] : []),
      ...(halves.includes(halfDay(isodow, 'a')) ? [partsOfDay.afternoon] : []),
    ];
    const open = halves.length === 0 ? [{ startMin: 0, endMin: 1440 }] : parts;
    return intersectIntervals(open, [hours]).map((span) => ({ isodow, ...span }));
  });
}

/** How the form would tick these times; null when it cannot: they are finer than half-days and one pair of hours. */
export function tickedFrom(times: readonly WeekTime[]): TickedTimes | null {
  const wanted = spansByDay(times);
  const fromMin = Math.min(...times.map(({ startMin }) => startMin));
  const toMin = Math.max(...times.map(({ endMin }) => endMin));
  const touched = weekdays.flatMap((isodow) => {
    const spans = times.filter((time) => time.isodow === isodow);
    return [
      ...(intersectIntervals(spans, [partsOfDay.morning]).length > 0 ? [halfDay(isodow, 'm')] : []),
      ...(intersectIntervals(spans, [partsOfDay.afternoon]).length > 0 ? [halfDay(isodow, 'a')] : []),
    ];
  });
  const tries: TickedTimes[] = [
    { halves: [], fromMin: null, toMin: null },
    { halves: touched, fromMin: null, toMin: null },
    ...[[], touched].flatMap((halves) => [
      { halves, fromMin, toMin: null },
      { halves, fromMin: null, toMin },
      { halves, fromMin, toMin },
    ]),
  ];
  return tries.find((ticked) => spansByDay(timesOf(ticked)) === wanted) ?? null;
}

/** Two lists that say the same give the same text. */
const spansByDay = (times: readonly WeekTime[]): string =>
  JSON.stringify(weekdays.map((isodow) => mergeIntervals(times.filter((time) => time.isodow === isodow))));

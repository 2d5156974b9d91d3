import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import { addDays, daysBetween, type LocalDay } from '@pupitre/shared/time/zone';
import { useMemo, useState } from 'react';
import type { CarriedCard, PlannerCard } from '../../planner/types';
import type { WeekDay } from './week-days';

interface InHand {
  readonly visit: WeekVisit;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
}

/** A visit taken by « D »: arrows move it, another week keeps it, on the same weekday. */
export function useInHand(
  days: readonly WeekDay[],
  monday: LocalDay,
  draw: (visit: WeekVisit, isRefused: boolean) => PlannerCard,
) {
  const [held, setHeld] = useState<InHand | null>(null);
  const carried = useMemo((): CarriedCard | null => {
    if (!held) return null;
    const weekday = ((daysBetween(monday, held.day) % 7) + 7) % 7;
    const wanted = addDays(monday, weekday);
    const shown = days.find(({ day }) => day === wanted) ?? days[0];
    if (!shown) return null;
    const { startMin, endMin, visit } = held;
    return { cardId: visit.id, columnId: shown.day, startMin, endMin, card: draw(visit, false) };
  }, [held, days, monday, draw]);
  return {
    visit: held?.visit ?? null,
    carried,
    take: (visit: WeekVisit) => setHeld({ visit, day: visit.day, startMin: visit.startMin, endMin: visit.endMin }),
    hover: (next: CarriedCard | null) =>
      setHeld((now) =>
        now && next ? { ...now, day: next.columnId, startMin: next.startMin, endMin: next.endMin } : null,
      ),
  };
}

import { isInTurn, type OpeningRule } from '@pupitre/shared/planning/opening-hours';
import { isoWeekNumber, mondayOf } from '@pupitre/shared/time/iso-week';
import { addDays, type LocalDay } from '@pupitre/shared/time/zone';

/** The weeks a stretch holds in, as a practice says it: by the parity of the ISO number of the weeks to come. */
export const turns = ['every', 'even', 'odd'] as const;
export type Turn = (typeof turns)[number];

const parityOf = (day: LocalDay): Turn => (isoWeekNumber(day) % 2 === 0 ? 'even' : 'odd');

/** The turn of a saved rule, told from the week of `day` on. */
export function turnOf(rule: Pick<OpeningRule, 'weekInterval' | 'weekAnchor'>, day: LocalDay): Turn {
  if (rule.weekInterval !== 2) return 'every';
  const monday = mondayOf(day);
  return parityOf(isInTurn(monday, rule) ? monday : addDays(monday, 7));
}

/** The fields of a rule that takes this turn, counted from the first such week at `from` or after it. */
export function turnFields(turn: Turn, from: LocalDay): { weekInterval: 1 | 2; weekAnchor: LocalDay | null } {
  if (turn === 'every') return { weekInterval: 1, weekAnchor: null };
  let weekAnchor = mondayOf(from);
  while (parityOf(weekAnchor) !== turn) weekAnchor = addDays(weekAnchor, 7);
  return { weekInterval: 2, weekAnchor };
}

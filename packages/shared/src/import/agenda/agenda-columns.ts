import { fold, wordsOf } from '../../patients/search-folding.js';
import type { CalendarEvent } from '../ics/calendar-event.js';
import { type AgendaTrait, agendaTraits } from './agenda-codes.js';

/** Where the events of one value of the file go. */
export interface ColumnChoice {
  readonly by: AgendaTrait;
  readonly value: string;
  /** Null: to the default column. */
  readonly resourceId: string | null;
  readonly leftOut: boolean;
}

export interface NamedColumn {
  readonly id: string;
  readonly name: string;
}

type Traits = Pick<CalendarEvent, 'calendar' | 'organizer' | 'location' | 'categories'>;

const titles = ['dr', 'pr', 'docteur', 'professeur', 'm', 'mme', 'salle', 'cabinet'];

/** The values of an event that may tell its column; a trait it does not have gives none. */
export function traitsOf(event: Traits): { by: AgendaTrait; value: string }[] {
  return agendaTraits.flatMap((by) =>
    (by === 'category' ? event.categories : [event[by]]).filter(Boolean).map((value) => ({ by, value })),
  );
}

/**
 * The column an event goes to: of the first of its values somebody assigned, in the order of `agendaTraits`; one that
 * is left out anywhere stays out. Null: nobody said, there is no default column.
 */
export function columnOf(
  event: Traits,
  choices: ReadonlyMap<string, ColumnChoice>,
  defaultResourceId: string | null,
): string | 'left_out' | null {
  const said = traitsOf(event).flatMap((trait) => choices.get(choiceKey(trait)) ?? []);
  if (said.some(({ leftOut }) => leftOut)) return 'left_out';
  return said.find(({ resourceId }) => resourceId !== null)?.resourceId ?? defaultResourceId;
}

export function choiceKey({ by, value }: Pick<ColumnChoice, 'by' | 'value'>): string {
  return `${by}:${fold(value)}`;
}

/** The one column whose name, title left out, stands whole in the value: « Agenda Dr Hélène Martin » is Dr MARTIN's. */
export function proposeColumn(value: string, columns: readonly NamedColumn[]): string | null {
  const said = new Set(wordsOf(value));
  const named = columns.filter(({ name }) => {
    const words = wordsOf(name).filter((word) => !titles.includes(word));
    return words.length > 0 && words.every((word) => said.has(word));
  });
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

import type { CalendarEvent } from '../ics/calendar-event.js';
import type { Occurrence, OccurrenceFault } from '../ics/occurrences.js';
import type { ImportVerdict } from '../import-codes.js';
import type { VisitReason } from './agenda-codes.js';
import type { PatientChoice } from './patient-choice.js';
import type { BlockReason, VisitWords } from './visit-words.js';

/** What a visit may last in the agenda, in minutes. */
const shortest = 5;
const longest = 720;

export interface JudgedEvent {
  readonly event: Pick<CalendarEvent, 'status' | 'free'>;
  readonly words: Pick<VisitWords, 'block' | 'motifId'>;
  readonly patient: PatientChoice;
  /** Of the event; `left_out` on purpose, null when nobody said. */
  readonly column: string | 'left_out' | null;
  /** The default one where the words name none; null when the practice has none. */
  readonly motif: { readonly minutes: number; readonly byDefault: boolean; readonly offered: boolean } | null;
  readonly now: Date;
}

/** What an earlier import made of the same occurrence, as the file said it then. */
export interface StandingOccurrence {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface VisitVerdict {
  readonly verdict: ImportVerdict;
  readonly reasons: readonly VisitReason[];
  /** Length the visit would have; whole days have none. */
  readonly durationMin: number | null;
  readonly blockReason: BlockReason;
}

/**
 * What becomes of one occurrence. A visit is made without asking only when its time, its column and its patient are
 * certain; leave and meetings are proposed as absences; what the file changed since an earlier import is left alone
 * and told. Nothing standing is ever moved by an import.
 */
export function judgeVisit(
  occurrence: Pick<Occurrence, 'allDay' | 'startsAt' | 'durationMin'>,
  judged: JudgedEvent,
  standing: StandingOccurrence | null,
): VisitVerdict {
  const { event, words, patient, column, now } = judged;
  const block: BlockReason = words.block ?? 'other';
  const length = lengthOf(occurrence, judged);
  const answer = (verdict: ImportVerdict, ...reasons: VisitReason[]): VisitVerdict => ({
    verdict,
    reasons,
    durationMin: occurrence.allDay ? null : length.minutes,
    blockReason: block,
  });
  if (event.status === 'CANCELLED')
    return standing ? answer('doubtful', 'cancelled_in_file') : answer('refuse', 'cancelled');
  if (standing) {
    return isSame(occurrence, length.minutes, standing)
      ? answer('match', 'already_imported')
      : answer('doubtful', 'changed_in_file');
  }
  if (column === 'left_out') return answer('refuse', 'column_left_out');
  if (column === null) return answer('refuse', 'column_unknown');
  if (occurrence.allDay) return words.block ? answer('doubtful', 'absence_proposed') : answer('refuse', 'all_day');
  if (!occurrence.startsAt) return answer('refuse', 'never_comes');
  const said = [
    ...length.reasons,
    ...motifReasons(judged),
    ...(occurrence.startsAt < now ? (['in_the_past'] as const) : []),
  ];
  if (length.minutes > longest)
    return words.block ? answer('doubtful', 'block_proposed') : answer('refuse', 'too_long');
  if (words.block && !patient.patientId) return answer('doubtful', 'block_proposed', ...length.reasons);
  if (event.free) return answer('doubtful', 'shown_as_free', ...said);
  if (patient.doubt) return answer('doubtful', patient.doubt, ...said);
  return answer('create', 'new', ...said);
}

function motifReasons({ motif }: JudgedEvent): VisitReason[] {
  return [
    ...(motif?.byDefault ? (['motif_by_default'] as const) : []),
    ...(motif && !motif.offered ? (['motif_not_offered'] as const) : []),
  ];
}

/** An event without an end lasts as long as its motif. */
function lengthOf(
  { durationMin }: Pick<Occurrence, 'durationMin'>,
  { motif }: JudgedEvent,
): { minutes: number; reasons: VisitReason[] } {
  if (durationMin === 0) return { minutes: motif?.minutes ?? 15, reasons: ['length_from_motif'] };
  return durationMin < shortest
    ? { minutes: shortest, reasons: ['length_rounded'] }
    : { minutes: durationMin, reasons: [] };
}

/** Of whole days the first alone is compared: their end is the practice's midnight. */
function isSame(
  { allDay, startsAt }: Pick<Occurrence, 'allDay' | 'startsAt'>,
  minutes: number,
  standing: StandingOccurrence,
): boolean {
  if (allDay || !startsAt) return true;
  return (
    startsAt.getTime() === standing.startsAt.getTime() &&
    startsAt.getTime() + minutes * 60_000 === standing.endsAt.getTime()
  );
}

/** Of an event no occurrence of which can be placed. */
export function refuseEvent(fault: OccurrenceFault | 'superseded'): Pick<VisitVerdict, 'verdict' | 'reasons'> {
  return { verdict: 'refuse', reasons: [fault] };
}

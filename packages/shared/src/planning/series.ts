import type { Permission } from '../access/roles.js';
import { mondayOf } from '../time/iso-week.js';
import { addDays, daysBetween, type LocalDay, toInstant } from '../time/zone.js';
import type { RefusalCode } from './booking-overrides.js';
import { refusalCodes, settleRefusals } from './booking-overrides.js';
import type { Refusal } from './booking-refusals.js';

export interface SeriesPlace {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
}

/** What a place of a series meets, the strongest reason alone; `ok` when nothing. */
export const occurrenceStates = [
  ...(['ok', 'gap_time', 'past', 'too_far', 'not_offered', 'holiday', 'closed', 'absence'] as const),
  ...(['meeting', 'group', 'busy', 'held', 'patient_busy', 'need_busy', 'reserved'] as const),
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** What is not here stands in the column: it is busy. */
const stateOfCode: Readonly<Partial<Record<RefusalCode, OccurrenceState>>> = {
  'appointment.nonexistent_local_time': 'gap_time',
  'appointment.in_the_past': 'past',
  'appointment.too_far': 'too_far',
  'appointment.end_before_start': 'not_offered',
  'appointment.motif_not_offered': 'not_offered',
  'appointment.resource_inactive': 'not_offered',
  'appointment.channel_not_offered': 'not_offered',
  'appointment.new_patients_only': 'not_offered',
  'appointment.known_patients_only': 'not_offered',
  'appointment.public_holiday': 'holiday',
  'appointment.practice_closed': 'closed',
  'appointment.outside_opening_hours': 'closed',
  'appointment.practitioner_absent': 'absence',
  'appointment.in_meeting': 'meeting',
  'appointment.group_session': 'group',
  'appointment.slot_taken': 'busy',
  'appointment.rajouts_used_up': 'busy',
  'appointment.slot_held': 'held',
  'appointment.patient_busy': 'patient_busy',
  'appointment.need_not_free': 'need_busy',
  'appointment.reserved_for_urgent': 'reserved',
};

/** What the desk decides of one visit of a series. */
export type SeriesChoice =
  | { readonly kind: 'keep' }
  | { readonly kind: 'skip' }
  /** Skipped, and one more at the end of the series. */
  | { readonly kind: 'extend' }
  | ({ readonly kind: 'move' } & SeriesPlace)
  /** There all the same, beside or outside, with the reason; only as far as the rights go. */
  | { readonly kind: 'override'; readonly reason: string };

/** One visit as the rule wants it; the key stays hers whatever happens to the others. */
export interface WantedVisit extends SeriesPlace {
  readonly key: string;
}

export interface SeriesGround {
  readonly zone: string;
  readonly permissions: readonly Permission[];
  /** Columns that can take the visit when its own cannot, in the order they should be offered. */
  readonly colleagues: readonly string[];
  /** Every reason against a place, `taken` being places the series itself takes. */
  refusals(place: SeriesPlace, taken: readonly SeriesPlace[]): Refusal[];
  /** Starts at which a visit fits in what is open and free, ascending. */
  starts(resourceId: string, day: LocalDay): readonly number[];
}

export interface PlannedVisit {
  readonly key: string;
  readonly wanted: SeriesPlace;
  readonly choice: SeriesChoice;
  /** Of the wanted place. */
  readonly state: OccurrenceState;
  readonly refusals: readonly Refusal[];
  /** The rights of whoever asks are enough to pass over all of it. */
  readonly mayOverride: boolean;
  /** The place it gets; null when it is skipped, or not yet decided. */
  readonly place: SeriesPlace | null;
  readonly isDecided: boolean;
  /** Why the place it was moved to cannot be had; empty when it can. */
  readonly moveRefusals: readonly Refusal[];
  /** Places free of the series itself too: the same day, else the same week, else a colleague's. */
  readonly alternatives: readonly SeriesPlace[];
  /** The clock changed since the visit before: the hour on the wall did not. */
  readonly clockChanged: boolean;
}

export const mostAlternatives = 3;

/** The strongest reason of a list, for the line that says it. */
export function stateOf(refusals: readonly Refusal[]): OccurrenceState {
  const met = refusals.map(({ code }) => stateOfCode[code] ?? 'busy');
  return occurrenceStates.find((state) => met.includes(state)) ?? 'ok';
}

/**
 * What becomes of each visit of a series, in the order given. Visits that stay where the rule wants them are placed
 * first, then those passed over a refusal, then those moved: a moved visit never takes the place of one that stays.
 * No two visits of the answer stand in each other's way, and every alternative offered could be taken as it is.
 */
export function planVisits(
  wanted: readonly WantedVisit[],
  choices: ReadonlyMap<string, SeriesChoice>,
  ground: SeriesGround,
): PlannedVisit[] {
  const judged = wanted.map((visit) => judgedVisit(visit, choices.get(visit.key) ?? { kind: 'keep' }, ground));
  const placed = new Map<string, SeriesPlace>();
  const faults = new Map<string, readonly Refusal[]>();
  for (const kind of ['keep', 'override', 'move'] as const) {
    for (const visit of judged.filter(({ choice }) => choice.kind === kind)) settle(visit, placed, faults, ground);
  }
  let offset: number | null = null;
  return judged.map((visit) => {
    const place = placed.get(visit.key) ?? null;
    const isDecided = place !== null || visit.choice.kind === 'skip' || visit.choice.kind === 'extend';
    const alternatives = visit.state === 'ok' ? [] : alternativesOf(visit, othersOf(visit.key, placed), ground);
    const before = offset;
    offset = offsetAt(visit.wanted, ground.zone) ?? offset;
    const clockChanged = before !== null && offset !== before;
    return { ...visit, place, isDecided, moveRefusals: faults.get(visit.key) ?? [], alternatives, clockChanged };
  });
}

/** Keys of the visits that are no longer what was seen: another reason, another place, one more or one less. */
export function changedVisits(before: readonly PlanLine[], after: readonly PlanLine[]): string[] {
  const seen = new Map(before.map((line) => [line.key, lineOf(line)]));
  const come = after.filter((line) => seen.get(line.key) !== lineOf(line)).map(({ key }) => key);
  const gone = before.filter(({ key }) => !after.some((line) => line.key === key)).map(({ key }) => key);
  return [...come, ...gone];
}

/** What two plans are compared by. */
export type PlanLine = Pick<PlannedVisit, 'key' | 'state' | 'isDecided' | 'place'>;

const lineOf = ({ state, isDecided, place }: PlanLine) =>
  JSON.stringify([state, isDecided, place && [place.resourceId, place.day, place.startMin]]);

type JudgedVisit = Pick<PlannedVisit, 'key' | 'wanted' | 'choice' | 'state' | 'refusals' | 'mayOverride'>;

function judgedVisit({ key, ...wanted }: WantedVisit, choice: SeriesChoice, ground: SeriesGround): JudgedVisit {
  const refusals = ground.refusals(wanted, []);
  const { standing } = settleRefusals(refusals, refusalCodes(refusals), ground.permissions);
  return { key, wanted, choice, state: stateOf(refusals), refusals, mayOverride: standing.length === 0 };
}

/** Places the visit, or notes why it cannot be. */
function settle(
  { key, wanted, choice, mayOverride }: JudgedVisit,
  placed: Map<string, SeriesPlace>,
  faults: Map<string, readonly Refusal[]>,
  ground: SeriesGround,
): void {
  const taken = [...placed.values()];
  if (choice.kind === 'move') {
    const { resourceId, day, startMin } = choice;
    const place = { resourceId, day, startMin };
    const refusals = ground.refusals(place, taken);
    if (refusals.length === 0) placed.set(key, place);
    else faults.set(key, refusals);
  } else if (choice.kind === 'override') {
    if (mayOverride && choice.reason.trim() !== '') placed.set(key, wanted);
  } else if (ground.refusals(wanted, taken).length === 0) placed.set(key, wanted);
}

const othersOf = (key: string, placed: ReadonlyMap<string, SeriesPlace>) =>
  [...placed].filter(([other]) => other !== key).map(([, place]) => place);

function alternativesOf(visit: JudgedVisit, taken: readonly SeriesPlace[], ground: SeriesGround): SeriesPlace[] {
  const { wanted } = visit;
  const { resourceId, day } = wanted;
  const isFree = (place: SeriesPlace) => ground.refusals(place, taken).length === 0;
  const nearest = (column: string, on: LocalDay) =>
    [...ground.starts(column, on)]
      .sort((a, b) => Math.abs(a - wanted.startMin) - Math.abs(b - wanted.startMin) || b - a)
      .map((startMin) => ({ resourceId: column, day: on, startMin }))
      .find(isFree);
  const found: SeriesPlace[] = [];
  const offer = (column: string, on: LocalDay) => {
    if (found.length >= mostAlternatives) return;
    const place = nearest(column, on);
    if (place) found.push(place);
  };
  offer(resourceId, day);
  for (const other of weekAround(day)) offer(resourceId, other);
  for (const colleague of ground.colleagues.filter((id) => id !== resourceId)) offer(colleague, day);
  return found;
}

/** The other days of the week, the nearest first, a later one before an earlier one. */
function weekAround(day: LocalDay): LocalDay[] {
  const monday = mondayOf(day);
  return [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter((other) => other !== day)
    .sort((a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)) || (a > b ? -1 : 1));
}

/** Minutes the wall is ahead of UTC; null at a time that does not exist. */
function offsetAt({ day, startMin }: SeriesPlace, zone: string): number | null {
  const at = toInstant(day, startMin, zone);
  return at && (Date.parse(`${day}T00:00:00Z`) - at.getTime()) / 60_000 + startMin;
}

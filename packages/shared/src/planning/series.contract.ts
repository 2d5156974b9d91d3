import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, line, localDay, practiceParams, startMinute, text, version } from '../contract/fields.js';
import { appointmentSources, cancelledBy, cardPatient, undoableAct } from './appointment.contract.js';
import { appointmentStatuses } from './appointment-status.js';
import { occurrenceStates } from './series.js';

const place = z.object({ resourceId: id, day: localDay, startMin: startMinute });
/** Of a visit of the rule its day, of a visit already booked its id. */
const visitKey = z.union([localDay, id]);

/** The limits of a series are the rule's own, told by their codes: ten thousand visits are understood, and refused. */
export const seriesRuleBody = z
  .object({
    from: localDay,
    unit: z.enum(['day', 'week']).default('week'),
    every: z.int().min(1).max(60).default(1),
    /** ISO weekdays, 1 is Monday; none: that of `from`. */
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    count: z.int().min(1).max(1_000_000).nullable().default(null),
    until: localDay.nullable().default(null),
    skipHolidays: z.boolean().default(false),
  })
  .refine(({ count, until }) => (count === null) !== (until === null), { path: ['count'] })
  .refine(({ from, until }) => until === null || until >= from, { path: ['until'] });

export const seriesChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('skip') }),
  z.object({ kind: z.literal('extend') }),
  z.object({ kind: z.literal('move'), ...place.shape }),
  z.object({ kind: z.literal('override'), reason: line(200).min(1) }),
]);
const choices = z
  .array(z.object({ key: visitKey, choice: seriesChoice }))
  .max(208)
  .default([]);

export const seriesRequest = z.object({
  resourceId: id,
  motifId: id,
  patientId: id,
  startMin: startMinute,
  durationMin: z.int().min(5).max(720),
  note: text(300).default(''),
  source: z.enum(appointmentSources).default('phone'),
  rule: seriesRuleBody,
  choices,
});
export type SeriesRequest = z.output<typeof seriesRequest>;

/** Why a place cannot be had: the strongest reason, and what the rule says of it. */
const why = z.object({ state: z.enum(occurrenceStates), details: z.record(z.string(), z.unknown()) });

export const plannedVisit = z.object({
  key: visitKey,
  wanted: place,
  choice: seriesChoice,
  ...why.shape,
  /** The colleague who took the place that is busy; null when it is not, or nobody is known. */
  takenBy: z.string().nullable(),
  mayOverride: z.boolean(),
  place: place.nullable(),
  isDecided: z.boolean(),
  /** Why the place it was moved to cannot be had; null when it can. */
  moveFault: why.nullable(),
  alternatives: z.array(place),
  clockChanged: z.boolean(),
});
export type PlannedVisitView = z.output<typeof plannedVisit>;

/** What would be written, and its mark: booking with the mark books this or nothing. */
export const seriesPlan = z.object({ mark: line(64), visits: z.array(plannedVisit) });
export type SeriesPlanView = z.output<typeof seriesPlan>;

const planErrors = ['series.too_many', 'series.too_long', 'series.empty'] as const;

export const previewSeries = defineEndpoint('series.preview', {
  method: 'POST',
  path: '/practices/{practiceId}/series/preview',
  summary: 'Each visit a rule means, what it meets and up to three other places; nothing is written',
  access: 'appointment.book',
  readOnly: true,
  params: practiceParams,
  body: seriesRequest,
  response: seriesPlan,
  errors: planErrors,
});

const bookedVisit = z.object({ id, ...place.shape });
const mark = z.string().regex(/^[0-9a-f]{64}$/);

export const bookSeries = defineEndpoint('series.book', {
  method: 'POST',
  path: '/practices/{practiceId}/series',
  summary: 'Book a series as it was previewed, all or nothing; what changed since comes back as a new preview',
  access: 'appointment.book',
  idempotent: true,
  params: practiceParams,
  body: seriesRequest.extend({ mark }),
  response: z.object({ seriesId: id, visits: z.array(bookedVisit), act: undoableAct }),
  status: 201,
  errors: [...planErrors, 'series.undecided', 'series.changed'],
});

const seriesParams = practiceParams.extend({ seriesId: id });

export const seriesVisit = z.object({
  id,
  index: z.int(),
  ...place.shape,
  endMin: z.int(),
  status: z.enum(appointmentStatuses),
  version,
  /** Still to come and not begun: what a change of the series may touch. */
  isOpen: z.boolean(),
});
export type SeriesVisit = z.output<typeof seriesVisit>;
export const seriesView = z.object({
  id,
  motifId: id,
  patient: cardPatient,
  createdAt: instant,
  visits: z.array(seriesVisit),
});
export type SeriesView = z.output<typeof seriesView>;

export const readSeries = defineEndpoint('series.read', {
  method: 'GET',
  path: '/practices/{practiceId}/series/{seriesId}',
  summary: 'The visits of a series, in the order they were booked',
  access: 'agenda.read',
  params: seriesParams,
  response: seriesView,
});

/** `following`: this visit and those after it; `all`: all that are still to come. */
export const seriesScopes = ['following', 'all'] as const;
export type SeriesScope = (typeof seriesScopes)[number];

/** Which visits, and each as it was seen: another version, or another list, is stale. */
const scoped = z.object({
  appointmentId: id,
  scope: z.enum(seriesScopes),
  visits: z.array(z.object({ id, version })).min(1).max(104),
});
/** What changes for all of them; what is null stays each visit's own. */
const shift = z.object({
  resourceId: id.nullable().default(null),
  startMin: startMinute.nullable().default(null),
  /** Days later, or earlier when negative: Monday to Thursday is 3. */
  days: z.int().min(-27).max(27).default(0),
});
const seriesMove = scoped.extend({ shift, choices });
export type SeriesMove = z.output<typeof seriesMove>;

export const previewSeriesMove = defineEndpoint('series.preview_move', {
  method: 'POST',
  path: '/practices/{practiceId}/series/{seriesId}/move/preview',
  summary: 'What moving several visits of a series would meet; nothing is written',
  access: 'appointment.move',
  readOnly: true,
  params: seriesParams,
  body: seriesMove,
  response: seriesPlan,
  errors: ['series.nothing_open', 'version.stale'],
});

const editedVisits = z.object({ visits: z.array(bookedVisit), act: undoableAct });

export const moveSeries = defineEndpoint('series.move', {
  method: 'POST',
  path: '/practices/{practiceId}/series/{seriesId}/move',
  summary: 'Move several visits of a series as previewed, all or nothing, undone as one',
  access: 'appointment.move',
  idempotent: true,
  params: seriesParams,
  body: seriesMove.extend({ mark }),
  response: editedVisits,
  errors: ['series.nothing_open', 'series.undecided', 'series.changed', 'version.stale'],
});

export const cancelSeries = defineEndpoint('series.cancel', {
  method: 'POST',
  path: '/practices/{practiceId}/series/{seriesId}/cancel',
  summary: 'Cancel several visits of a series, all or nothing, undone as one',
  access: 'appointment.cancel',
  idempotent: true,
  params: seriesParams,
  body: scoped.extend({ by: z.enum(cancelledBy), reason: line(200).default('') }),
  response: editedVisits,
  errors: ['series.nothing_open', 'appointment.transition_refused', 'version.stale'],
});

import { z } from 'zod';
import { outsideBusy } from '../calendars/outside-busy.js';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, line, localDay, minuteOfDay, practiceParams, text, version } from '../contract/fields.js';
import { locumView } from './locum.contract.js';
import {
  holidayOverrideView,
  openingEffect,
  openingExceptionView,
  openingRuleView,
  openingWeek,
} from './opening.contract.js';
import { poolView } from './pool.contract.js';
import { siteView } from './site.contract.js';

/** Motif colours are names of design tokens (`--m-…`): a thin line, never a fill. */
export const motifColors = ['consult', 'renouv', 'premiere', 'certif', 'suivi', 'acte', 'tele', 'vaccin'] as const;
export const professions = [
  'general_practitioner',
  'paediatrician',
  'midwife',
  'physiotherapist',
  'radiologist',
] as const;
export const absenceReasons = ['leave', 'training', 'sick', 'meeting', 'other'] as const;
/** What a column may be absent for; nobody notes `outside`, an agenda kept elsewhere says it. */
const shownAbsenceReasons = [...absenceReasons, 'outside'] as const;
export const places = ['practice', 'home', 'video'] as const;

export const videoStates = ['real', 'demo', 'off'] as const;
export type VideoState = (typeof videoStates)[number];

export const resourceKinds = ['practitioner', 'room', 'equipment', 'vehicle'] as const;

/** A column of the agenda: somebody's time, or a room's. */
export const resourceView = z.object({
  id,
  kind: z.enum(resourceKinds),
  name: z.string(),
  shortName: z.string(),
  position: z.int(),
  active: z.boolean(),
  practitionerId: id,
  /** Home: its clock and its calendar are the column's. */
  siteId: id,
  version,
});
export const practitionerView = z.object({
  id,
  resourceId: id,
  title: z.enum(['dr', 'none']),
  firstName: z.string(),
  lastName: z.string(),
  profession: z.enum(professions),
});
/** How a visit may be booked, and for whom. */
export const bookingChannels = ['desk', 'phone', 'online', 'import'] as const;
export const motifPatients = ['all', 'new', 'known'] as const;
/** Starts are multiples of it, in minutes from local midnight. */
export const gridMinutes = z.literal([5, 10, 15, 20, 30, 60]);
const bufferMin = z.int().min(0).max(120);
/** One of a pool, for as long as the visit and its own preparation and cleaning. */
export const motifNeed = z.object({ poolId: id, beforeMin: bufferMin, afterMin: bufferMin });

export const motifView = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  minutes: z.int(),
  color: z.enum(motifColors),
  place: z.enum(places),
  resourceIds: z.array(id),
  usualActs: z.array(z.string()),
  active: z.boolean(),
  beforeMin: bufferMin,
  afterMin: bufferMin,
  gridMin: gridMinutes,
  channels: z.array(z.enum(bookingChannels)),
  patients: z.enum(motifPatients),
  /** Visits that may be put beside others, in each half-day of a column. */
  rajouts: z.int(),
  bring: z.string(),
  say: z.string(),
  /** Columns where it takes another time than `minutes`. */
  durations: z.array(z.object({ resourceId: id, minutes: z.int() })),
  needs: z.array(motifNeed),
  version,
});
export const absenceView = z.object({
  id,
  resourceId: id,
  startsAt: instant,
  endsAt: instant,
  reason: z.enum(shownAbsenceReasons),
  note: z.string(),
});

export const practiceSetup = z.object({
  practice: z.object({
    id,
    name: z.string(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    phone: z.string(),
    zone: z.string(),
    holidayZone: z.string(),
    waitAlertMinutes: z.int(),
    siteId: id,
  }),
  resources: z.array(resourceView),
  practitioners: z.array(practitionerView),
  /** Whether remote visits get an address: of a provider, of a demonstration that says so, or none. */
  video: z.enum(videoStates),
  /** What visits take beside a column; every member, those retired too. */
  pools: z.array(poolView),
  motifs: z.array(motifView),
  /** In force from thirty days ago on; an edit ends the rules it replaces the day before, so past days keep theirs. */
  openingRules: z.array(openingRuleView),
  /** From thirty days ago on. */
  absences: z.array(absenceView),
  /** The same of calendars kept elsewhere, in short: see `outsideAbsences`. */
  outsideBusy: z.array(outsideBusy),
  sites: z.array(siteView),
  /** From thirty days ago on, as the closed days and the locums. */
  openingExceptions: z.array(openingExceptionView),
  holidayOverrides: z.array(holidayOverrideView),
  locums: z.array(locumView),
});
export type PracticeSetupAnswer = z.output<typeof practiceSetup>;
/** As a desk holds it: calendars kept elsewhere among the absences. */
export type PracticeSetup = Omit<PracticeSetupAnswer, 'outsideBusy'>;
export type ResourceView = z.output<typeof resourceView>;
export type PractitionerView = z.output<typeof practitionerView>;
export type MotifView = z.output<typeof motifView>;
export type AbsenceView = z.output<typeof absenceView>;
export type { OpeningRuleView } from './opening.contract.js';

export const readPracticeSetup = defineEndpoint('practice.read_setup', {
  method: 'GET',
  path: '/practices/{practiceId}/setup',
  summary: 'Sites, columns, practitioners, motifs, hours and absences',
  access: 'agenda.read',
  params: practiceParams,
  response: practiceSetup,
});

export const weekHours = z
  .array(
    z
      .object({ isodow: z.int().min(1).max(7), startMin: minuteOfDay, endMin: minuteOfDay })
      .refine(({ startMin, endMin }) => startMin < endMin, { path: ['endMin'] }),
  )
  .max(42);

const weekFaults = [
  'opening.overlapping_hours',
  'opening.anchor_missing',
  'opening.end_before_start',
  'opening.in_the_past',
  'opening.unknown_site',
  'opening.site_zone_differs',
] as const;

export const previewOpeningHours = defineEndpoint('practice.preview_opening_hours', {
  method: 'POST',
  path: '/practices/{practiceId}/resources/{resourceId}/opening-hours/effect',
  summary: 'Which visits to come these hours would leave outside; writes nothing',
  access: 'hours.edit',
  readOnly: true,
  params: practiceParams.extend({ resourceId: id }),
  body: openingWeek,
  response: openingEffect,
  errors: weekFaults,
});

/** The rules in force from today on, and whom they leave outside. */
const hoursSaved = openingEffect.extend({ resource: resourceView, hours: z.array(openingRuleView) });

export const saveOpeningHours = defineEndpoint('practice.save_opening_hours', {
  method: 'PUT',
  path: '/practices/{practiceId}/resources/{resourceId}/opening-hours',
  summary: 'Replace the weekly opening hours of a column from a day on; lunch is the gap between two of them',
  access: 'hours.edit',
  versioned: true,
  params: practiceParams.extend({ resourceId: id }),
  body: openingWeek,
  response: hoursSaved.extend({ change: z.object({ id, until: instant }) }),
  errors: [...weekFaults, 'version.stale'],
});

export const undoOpeningHours = defineEndpoint('practice.undo_opening_hours', {
  method: 'POST',
  path: '/practices/{practiceId}/opening-changes/{changeId}/undo',
  summary: 'Give a column back the hours that one of my changes of the last ten minutes replaced',
  access: 'hours.edit',
  params: practiceParams.extend({ changeId: id }),
  response: hoursSaved,
  errors: [
    ...(['undo.nothing_left', 'undo.too_late', 'opening.changed_since'] as const),
    ...(['opening.unknown_site', 'opening.site_zone_differs'] as const),
  ],
});

export const absenceForm = z.object({
  resourceId: id,
  fromDay: localDay,
  fromMin: minuteOfDay,
  toDay: localDay,
  toMin: minuteOfDay,
  reason: z.enum(absenceReasons),
  note: text(200),
});
export type AbsenceForm = z.output<typeof absenceForm>;

export const addAbsence = defineEndpoint('practice.add_absence', {
  method: 'POST',
  path: '/practices/{practiceId}/absences',
  summary: 'Note an absence of a column',
  access: 'absence.edit',
  idempotent: true,
  params: practiceParams,
  body: absenceForm,
  /** `appointmentsHit`: visits still to be seen that the absence meets; they are kept. */
  response: z.object({ absence: absenceView, appointmentsHit: z.int() }),
  status: 201,
  errors: ['absence.end_before_start', 'absence.in_the_past', 'absence.too_long', 'appointment.nonexistent_local_time'],
});

export const removeAbsence = defineEndpoint('practice.remove_absence', {
  method: 'DELETE',
  path: '/practices/{practiceId}/absences/{absenceId}',
  summary: 'Remove an absence',
  access: 'absence.edit',
  params: practiceParams.extend({ absenceId: id }),
  response: 'empty',
});

export const motifForm = z.object({
  name: line(60).min(1),
  shortName: line(14).min(1),
  minutes: z.int().min(5).max(480).multipleOf(5),
  color: z.enum(motifColors),
  place: z.enum(places),
  resourceIds: z.array(id).min(1).max(100),
  usualActs: z.array(line(12)).max(6),
  active: z.boolean(),
  beforeMin: bufferMin.default(0),
  afterMin: bufferMin.default(0),
  gridMin: gridMinutes.default(5),
  channels: z
    .array(z.enum(bookingChannels))
    .min(1)
    .default([...bookingChannels]),
  patients: z.enum(motifPatients).default('all'),
  rajouts: z.int().min(0).max(20).default(2),
  bring: text(300).default(''),
  say: text(300).default(''),
  durations: z
    .array(z.object({ resourceId: id, minutes: z.int().min(5).max(480).multipleOf(5) }))
    .max(100)
    .default([]),
  needs: z.array(motifNeed).max(6).default([]),
});
export type MotifForm = z.output<typeof motifForm>;

/** The rules of a motif nobody has set any for. */
export const plainMotifRules: Pick<
  MotifForm,
  'beforeMin' | 'afterMin' | 'gridMin' | 'channels' | 'patients' | 'rajouts' | 'bring' | 'say' | 'durations' | 'needs'
> = {
  ...{ beforeMin: 0, afterMin: 0, gridMin: 5, channels: [...bookingChannels], patients: 'all', rajouts: 2 },
  ...{ bring: '', say: '', durations: [], needs: [] },
};

export const addMotif = defineEndpoint('practice.add_motif', {
  method: 'POST',
  path: '/practices/{practiceId}/motifs',
  summary: 'Add a motif',
  access: 'motif.edit',
  idempotent: true,
  params: practiceParams,
  body: motifForm,
  response: motifView,
  status: 201,
  errors: ['motif.name_taken', 'charge.unknown_act'],
});

export const editMotif = defineEndpoint('practice.edit_motif', {
  method: 'PUT',
  path: '/practices/{practiceId}/motifs/{motifId}',
  summary: 'Change a motif; visits already booked keep their length',
  access: 'motif.edit',
  versioned: true,
  params: practiceParams.extend({ motifId: id }),
  body: motifForm,
  response: motifView,
  errors: ['motif.name_taken', 'charge.unknown_act', 'version.stale'],
});

import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import {
  id,
  instant,
  line,
  localDay,
  minuteOfDay,
  practiceParams,
  startMinute,
  text,
  version,
} from '../contract/fields.js';
import { daysBetween } from '../time/zone.js';
import { bookingErrors, cardPatient, changed } from './appointment.contract.js';
import { waitingUrgencies } from './waiting-fit.js';

export const waitingStates = ['waiting', 'booked', 'withdrawn'] as const;
export type WaitingState = (typeof waitingStates)[number];

export const withdrawalReasons = ['no_longer_wanted', 'booked_elsewhere', 'unreachable', 'error', 'other'] as const;

/** A month: whoever needs more notice has a visit to come, and waits for nothing. */
export const longestNoticeMin = 43_200;
/** Days looked through at once for places that suit. */
export const mostFitDays = 14;

const duration = z.int().min(5).max(720);

const weekTime = z
  .object({ isodow: z.int().min(1).max(7), startMin: startMinute, endMin: minuteOfDay })
  .refine(({ startMin, endMin }) => startMin < endMin, { path: ['endMin'] });

/** What is waited for, as the desk writes it down. */
const wish = z.object({
  motifId: id,
  durationMin: duration,
  /** None: whoever does the motif. */
  resourceIds: z.array(id).max(50).default([]),
  fromDay: localDay,
  /** Null: as long as it takes. */
  toDay: localDay.nullable().default(null),
  /** None: any time. */
  times: z.array(weekTime).max(42).default([]),
  noticeMin: z.int().min(0).max(longestNoticeMin).default(0),
  urgency: z.enum(waitingUrgencies).default('normal'),
  /** The visit that is given back once an earlier place is taken: the same patient's, for the same motif. */
  appointmentId: id.nullable().default(null),
  note: text(300).default(''),
});
const inOrder = ({ fromDay, toDay }: { fromDay: string; toDay: string | null }) => toDay === null || fromDay <= toDay;

export const waitingRequest = wish.extend({ patientId: id }).refine(inOrder, { path: ['toDay'] });
export type WaitingRequest = z.output<typeof waitingRequest>;
export const waitingEdit = wish.refine(inOrder, { path: ['toDay'] });
export type WaitingEdit = z.output<typeof waitingEdit>;

const place = z.object({ resourceId: id, day: localDay, startMin: minuteOfDay });

/** Somebody on the list; never clinical data. */
export const waitingEntry = wish.extend({
  id,
  patient: cardPatient,
  since: instant,
  addedBy: z.string(),
  state: z.enum(waitingStates),
  closedAt: instant.nullable(),
  closedReason: z.enum(withdrawalReasons).nullable(),
  /** The visit she would give back, while it still stands and is to come. */
  current: place.extend({ id }).nullable(),
  /** It stands in a column that the caller may not touch: another desk has to give the place. */
  currentElsewhere: z.boolean(),
  /** The visit that ended the wait. */
  booked: place.extend({ id }).nullable(),
  version,
});
export type WaitingEntry = z.output<typeof waitingEntry>;

const entryParams = practiceParams.extend({ entryId: id });

export const listWaiting = defineEndpoint('waiting_list.list', {
  method: 'GET',
  path: '/practices/{practiceId}/waiting-list',
  summary:
    'Who waits for a place, the most urgent and the longest waiting first; or whose wait is over, the latest first',
  access: 'agenda.read',
  params: practiceParams,
  query: z.object({
    state: z.enum(['waiting', 'closed']).default('waiting'),
    motifId: id.optional(),
    resourceId: id.optional(),
    urgency: z.enum(waitingUrgencies).optional(),
  }),
  /** `total` counts those beyond the 500 that are given. */
  response: z.object({ entries: z.array(waitingEntry), total: z.int() }),
});

/** A line of the entry's journal; the screen writes the sentence. */
export const waitingEvent = z.object({
  id,
  at: instant,
  actorName: z.string(),
  kind: z.enum(['added', 'edited', 'withdrawn', 'restored', 'booked', 'reopened']),
  details: z.record(z.string(), z.string()),
});
export type WaitingEvent = z.output<typeof waitingEvent>;

export const readWaiting = defineEndpoint('waiting_list.read', {
  method: 'GET',
  path: '/practices/{practiceId}/waiting-list/{entryId}',
  summary: 'Somebody on the list, how to reach her, and what happened to her wait',
  access: 'agenda.read',
  params: entryParams,
  response: z.object({ entry: waitingEntry, phoneMasked: z.string().nullable(), events: z.array(waitingEvent) }),
});

export const addWaiting = defineEndpoint('waiting_list.add', {
  method: 'POST',
  path: '/practices/{practiceId}/waiting-list',
  summary: 'Put a patient on the waiting list; entries of hers for the same motif are told, not refused',
  access: 'waiting_list.edit',
  idempotent: true,
  params: practiceParams,
  body: waitingRequest,
  response: z.object({ entry: waitingEntry, alike: z.array(z.object({ id, since: instant })) }),
  status: 201,
  errors: ['waiting_list.window_over', 'waiting_list.visit_unfit', 'appointment.motif_not_offered'],
});

export const editWaiting = defineEndpoint('waiting_list.edit', {
  method: 'PUT',
  path: '/practices/{practiceId}/waiting-list/{entryId}',
  summary: 'Change what somebody waits for',
  access: 'waiting_list.edit',
  versioned: true,
  params: entryParams,
  body: waitingEdit,
  response: waitingEntry,
  errors: [
    'waiting_list.window_over',
    'waiting_list.visit_unfit',
    'waiting_list.entry_closed',
    'appointment.motif_not_offered',
    'version.stale',
  ],
});

export const withdrawWaiting = defineEndpoint('waiting_list.withdraw', {
  method: 'POST',
  path: '/practices/{practiceId}/waiting-list/{entryId}/withdraw',
  summary: 'Take somebody off the list, and say why',
  access: 'waiting_list.edit',
  versioned: true,
  params: entryParams,
  body: z.object({ reason: z.enum(withdrawalReasons), note: line(200).default('') }),
  response: waitingEntry,
  errors: ['waiting_list.entry_closed', 'version.stale'],
});

export const restoreWaiting = defineEndpoint('waiting_list.restore', {
  method: 'POST',
  path: '/practices/{practiceId}/waiting-list/{entryId}/restore',
  summary: 'Put back somebody who was taken off; she has waited since she first asked',
  access: 'waiting_list.edit',
  versioned: true,
  params: entryParams,
  response: waitingEntry,
  errors: ['waiting_list.not_withdrawn', 'version.stale'],
});

const fitReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('urgency'), urgency: z.enum(waitingUrgencies) }),
  z.object({ code: z.literal('waits'), days: z.int() }),
  z.object({ code: z.literal('earlier'), days: z.int() }),
  z.object({ code: z.literal('at_her_times') }),
  z.object({ code: z.literal('window_ends'), day: localDay }),
  z.object({ code: z.literal('notice'), minutes: z.int() }),
  z.object({ code: z.literal('length'), minutes: z.int(), leftMin: z.int() }),
]);

const span = { startMin: minuteOfDay, endMin: z.int() };
export const waitingFit = z.object({ entryId: id, ...span, reasons: z.array(fitReason) });
export type WaitingFit = z.output<typeof waitingFit>;

/** A free stretch and who fits it, in the order to call; `total` counts those beyond the ten that are given. */
export const waitingHole = z.object({
  resourceId: id,
  day: localDay,
  ...span,
  fits: z.array(waitingFit),
  total: z.int(),
});
export type WaitingHole = z.output<typeof waitingHole>;

const firstPlace = place.extend({ entryId: id, endMin: z.int(), hole: z.object(span) });
export type FirstPlace = z.output<typeof firstPlace>;

export const findFits = defineEndpoint('waiting_list.find_fits', {
  method: 'POST',
  path: '/practices/{practiceId}/waiting-list/fits',
  summary: 'Free stretches of some days and who of the list fits each; stretches that suit nobody are left out',
  access: 'agenda.read',
  readOnly: true,
  params: practiceParams,
  body: z
    .object({
      fromDay: localDay,
      toDay: localDay,
      /** None: every column the caller may see. */
      resourceIds: z.array(id).max(100).default([]),
      /** Only what is free between these minutes: one hole. */
      within: z.object({ startMin: startMinute, endMin: minuteOfDay }).nullable().default(null),
      /** Only what suits this one. */
      entryId: id.nullable().default(null),
    })
    .refine(
      ({ fromDay, toDay }) => {
        const days = daysBetween(fromDay, toDay);
        return days >= 0 && days < mostFitDays;
      },
      { path: ['toDay'] },
    ),
  /** `firstPlaces`: of each who fits any of them, the first in time, beyond the ten of a hole too. */
  response: z.object({
    holes: z.array(waitingHole),
    firstPlaces: z.array(firstPlace),
    entries: z.array(waitingEntry),
  }),
});

export const acceptWaiting = defineEndpoint('waiting_list.accept', {
  method: 'POST',
  path: '/practices/{practiceId}/waiting-list/{entryId}/accept',
  summary: 'She takes the place: books it, or moves her current visit there; undoing that puts her back on the list',
  access: 'waiting_list.edit',
  idempotent: true,
  versioned: true,
  params: entryParams,
  body: place.extend({
    startMin: startMinute,
    durationMin: duration,
    /** The place held while she was called: it becomes the visit's. */
    holdId: id.nullable().default(null),
  }),
  response: changed.extend({ entry: waitingEntry }),
  status: 201,
  errors: ['waiting_list.entry_closed', 'waiting_list.visit_not_yours', 'version.stale', ...bookingErrors],
});

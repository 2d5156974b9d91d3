import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line, localDay, minuteOfDay, practiceParams } from '../contract/fields.js';
import { openingLabels } from '../planning/opening-hours.js';

/** What a stretch of the week says beside its hours; absent: every week, for anything, at the home site. */
const turnFields = {
  weekInterval: z.literal([1, 2]),
  /** Any day of a week in turn; needed with an interval of 2. */
  weekAnchor: localDay.nullable(),
  label: z.enum(openingLabels),
  siteId: id.nullable(),
};
export const openingRuleView = z.object({
  resourceId: id,
  isodow: z.int().min(1).max(7),
  startMin: minuteOfDay,
  endMin: minuteOfDay,
  validFrom: localDay.nullable(),
  validTo: localDay.nullable(),
  ...turnFields,
});
export type OpeningRuleView = z.output<typeof openingRuleView>;

/** A week as it is painted, and the days it holds for; `from` null is today, `to` null is for good. */
export const openingWeek = z.object({
  from: localDay.nullable().default(null),
  to: localDay.nullable().default(null),
  hours: z
    .array(
      z
        .object({
          isodow: z.int().min(1).max(7),
          startMin: minuteOfDay,
          endMin: minuteOfDay,
          weekInterval: turnFields.weekInterval.default(1),
          weekAnchor: turnFields.weekAnchor.default(null),
          label: turnFields.label.default(''),
          siteId: turnFields.siteId.default(null),
        })
        .refine(({ startMin, endMin }) => startMin < endMin, { path: ['endMin'] }),
    )
    .max(84),
});
export type OpeningWeek = z.output<typeof openingWeek>;

/** Which visits to come a change of hours leaves without opening; they are kept. */
export const openingEffect = z.object({
  appointmentsOutside: z.int(),
  /** The fifty earliest. */
  firstOutside: z.array(
    z.object({
      appointmentId: id,
      resourceId: id,
      day: localDay,
      startMin: minuteOfDay,
      patient: z.object({ usedName: z.string(), birthName: z.string(), firstName: z.string() }),
    }),
  ),
});
export type OpeningEffect = z.output<typeof openingEffect>;

const exceptionFields = {
  resourceId: id,
  day: localDay,
  startMin: minuteOfDay,
  endMin: minuteOfDay,
  effect: z.enum(['open', 'closed']),
  reason: line(60),
  siteId: id.nullable(),
};
export const openingExceptionView = z.object({ id, ...exceptionFields });
export type OpeningExceptionView = z.output<typeof openingExceptionView>;
export const openingExceptionForm = z.object({ ...exceptionFields, siteId: id.nullable().default(null) });
export type OpeningExceptionForm = z.output<typeof openingExceptionForm>;

const exceptionFaults = [
  'opening.end_before_start',
  'opening.in_the_past',
  'opening.exception_overlaps',
  'opening.unknown_site',
  'opening.site_zone_differs',
] as const;

export const previewOpeningException = defineEndpoint('practice.preview_opening_exception', {
  method: 'POST',
  path: '/practices/{practiceId}/opening-exceptions/effect',
  summary: 'What adding or removing an exception of one day would leave outside; writes nothing',
  access: 'hours.edit',
  readOnly: true,
  params: practiceParams,
  body: z.union([z.object({ add: openingExceptionForm }), z.object({ remove: id })]),
  response: openingEffect,
  errors: exceptionFaults,
});

export const addOpeningException = defineEndpoint('practice.add_opening_exception', {
  method: 'POST',
  path: '/practices/{practiceId}/opening-exceptions',
  summary: 'Open or close a column for some hours of one day, against its week',
  access: 'hours.edit',
  idempotent: true,
  params: practiceParams,
  body: openingExceptionForm,
  response: openingEffect.extend({ exception: openingExceptionView }),
  status: 201,
  errors: exceptionFaults,
});

export const removeOpeningException = defineEndpoint('practice.remove_opening_exception', {
  method: 'DELETE',
  path: '/practices/{practiceId}/opening-exceptions/{exceptionId}',
  summary: 'Give a day back its week',
  access: 'hours.edit',
  params: practiceParams.extend({ exceptionId: id }),
  response: 'empty',
});

export const holidayOverrideView = z.object({ day: localDay, effect: z.enum(['worked', 'closed']), label: z.string() });
export type HolidayOverrideView = z.output<typeof holidayOverrideView>;
export const holidayOverrideForm = z
  .object({ day: localDay, effect: z.enum(['worked', 'closed']), label: line(60).default('') })
  .refine(({ effect, label }) => effect === 'worked' || label !== '', { path: ['label'] });
export type HolidayOverrideForm = z.output<typeof holidayOverrideForm>;

const overrideFaults = [
  'opening.in_the_past',
  'opening.day_already_set',
  'opening.not_a_holiday',
  'opening.already_a_holiday',
] as const;

export const previewHolidayOverride = defineEndpoint('practice.preview_holiday_override', {
  method: 'POST',
  path: '/practices/{practiceId}/holiday-overrides/effect',
  summary: 'What working, closing or giving back a day of the whole practice would leave outside; writes nothing',
  access: 'hours.edit',
  readOnly: true,
  params: practiceParams,
  body: z.union([z.object({ add: holidayOverrideForm }), z.object({ remove: localDay })]),
  response: openingEffect,
  errors: overrideFaults,
});

export const addHolidayOverride = defineEndpoint('practice.add_holiday_override', {
  method: 'POST',
  path: '/practices/{practiceId}/holiday-overrides',
  summary: 'Work on a public holiday, or close the whole practice for a day of its own',
  access: 'hours.edit',
  idempotent: true,
  params: practiceParams,
  body: holidayOverrideForm,
  response: openingEffect.extend({ override: holidayOverrideView }),
  status: 201,
  errors: overrideFaults,
});

export const removeHolidayOverride = defineEndpoint('practice.remove_holiday_override', {
  method: 'DELETE',
  path: '/practices/{practiceId}/holiday-overrides/{day}',
  summary: 'Give a day back to the calendar',
  access: 'hours.edit',
  params: practiceParams.extend({ day: localDay }),
  response: 'empty',
  errors: ['opening.in_the_past'],
});

import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, localDay, minuteOfDay, practiceParams } from '../contract/fields.js';

/** Why a place is offered, in the order it is told; the screen has the words. */
export const slotReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('free'), minutes: z.int() }),
  z.object({ code: z.enum(['same_practitioner', 'other_practitioner']) }),
  z.object({ code: z.enum(['after_visit', 'before_visit', 'same_day']), startMin: minuteOfDay }),
  z.object({ code: z.literal('usual_weekday'), isodow: z.int() }),
  z.object({ code: z.literal('with_resource'), resourceId: id }),
]);
export const freeSlot = z.object({
  resourceId: id,
  day: localDay,
  startMin: minuteOfDay,
  endMin: z.int(),
  /** Of several asked for, the one that fits here. */
  motifId: id.optional(),
  reasons: z.array(slotReason).optional(),
});
export type FreeSlotView = z.output<typeof freeSlot>;

export const findFreeSlots = defineEndpoint('planning.find_free_slots', {
  method: 'POST',
  path: '/practices/{practiceId}/free-slots',
  summary: 'Next free slots over columns and days, in order of time',
  access: 'agenda.read',
  readOnly: true,
  params: practiceParams,
  body: z
    .object({
      /** Null: as long as the motif takes in each column. */
      durationMin: z.int().min(5).max(720).nullable(),
      motifId: id.nullable().default(null),
      /** Further motifs that would do as well, each as long as it takes in each column: the first that fits is offered. */
      otherMotifIds: z.array(id).max(20).default([]),
      resourceIds: z.array(id).max(100).default([]),
      /** Whose habits and visits give a place its reasons. */
      patientId: id.nullable().default(null),
      /** The visit that would move: its own time is no reason. */
      movingId: id.nullable().default(null),
      fromDay: localDay,
      fromMin: minuteOfDay.default(0),
      toDay: localDay.nullable().default(null),
      partOfDay: z.enum(['morning', 'afternoon']).nullable().default(null),
      /** ISO weekdays, 1 is Monday; none means all. */
      weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
      /** Hours the visit lies in whole, of one weekday or of all (null); none means all day. */
      timeWindows: z
        .array(
          z
            .object({
              isodow: z.int().min(1).max(7).nullable().default(null),
              startMin: minuteOfDay,
              endMin: minuteOfDay,
            })
            .refine(({ startMin, endMin }) => startMin < endMin, { path: ['endMin'] }),
        )
        .max(28)
        .default([]),
      /** Minutes from now before which nothing is offered: the time somebody needs to come. */
      noticeMin: z.int().min(0).max(525_600).default(0),
      limit: z.int().min(1).max(30).default(3),
      skip: z.int().min(0).max(300).default(0),
    })
    .refine(({ durationMin, motifId }) => durationMin !== null || motifId !== null, { path: ['durationMin'] }),
  response: z.object({ slots: z.array(freeSlot) }),
});

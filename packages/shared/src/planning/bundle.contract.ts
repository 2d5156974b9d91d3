import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line, localDay, minuteOfDay, practiceParams, startMinute, text, version } from '../contract/fields.js';
import { appointmentSources, cancelledBy, cardPatient, undoableAct } from './appointment.contract.js';
import { appointmentStatuses } from './appointment-status.js';

/** One after the other for one patient, or one after the other for a family. */
export const bundleKinds = ['chain', 'family'] as const;
export type BundleKind = (typeof bundleKinds)[number];

const steps = z
  .array(
    z.object({
      motifId: id,
      patientId: id,
      /** Null: as long as the motif takes in the column. */
      durationMin: z.int().min(5).max(720).nullable().default(null),
      /** Columns that will do; none: any that offers the motif. */
      resourceIds: z.array(id).max(100).default([]),
    }),
  )
  .min(2)
  .max(6);

const bundlePlace = z.object({ resourceId: id, day: localDay, startMin: startMinute, endMin: z.int().max(2160) });
export type BundlePlace = z.output<typeof bundlePlace>;
const offer = z.object({ places: z.array(bundlePlace) });
export type BundleOffer = z.output<typeof offer>;

export const findBundles = defineEndpoint('bundle.find', {
  method: 'POST',
  path: '/practices/{practiceId}/bundles/search',
  summary: 'The next places where visits fit one after the other, in their order; nothing is written',
  access: 'appointment.book',
  readOnly: true,
  params: practiceParams,
  body: z
    .object({
      steps,
      /** All with the same practitioner. */
      sameColumn: z.boolean().default(false),
      /** Minutes between the end of one and the start of the next. */
      minGapMin: z.int().min(0).max(480).default(0),
      maxGapMin: z.int().min(0).max(480).default(30),
      fromDay: localDay,
      fromMin: minuteOfDay.default(0),
      toDay: localDay.nullable().default(null),
      weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
      partOfDay: z.enum(['morning', 'afternoon']).nullable().default(null),
      limit: z.int().min(1).max(12).default(3),
    })
    .refine(({ minGapMin, maxGapMin }) => minGapMin <= maxGapMin, { path: ['maxGapMin'] }),
  response: z.object({ offers: z.array(offer) }),
});

const bundledVisit = z.object({
  id,
  patient: cardPatient,
  motifId: id,
  ...bundlePlace.shape,
  status: z.enum(appointmentStatuses),
  version,
});
export type BundledVisit = z.output<typeof bundledVisit>;

export const bookBundle = defineEndpoint('bundle.book', {
  method: 'POST',
  path: '/practices/{practiceId}/bundles',
  summary: 'Book visits that belong together, all or nothing, undone as one',
  access: 'appointment.book',
  idempotent: true,
  params: practiceParams,
  body: z.object({
    kind: z.enum(bundleKinds),
    visits: z
      .array(
        z.object({
          motifId: id,
          patientId: id,
          resourceId: id,
          day: localDay,
          startMin: startMinute,
          durationMin: z.int().min(5).max(720),
        }),
      )
      .min(2)
      .max(6),
    note: text(300).default(''),
    source: z.enum(appointmentSources).default('phone'),
  }),
  response: z.object({ bundleId: id, visits: z.array(bundledVisit), act: undoableAct }),
  status: 201,
  errors: ['bundle.place_refused'],
});

const bundleParams = practiceParams.extend({ bundleId: id });

export const readBundle = defineEndpoint('bundle.read', {
  method: 'GET',
  path: '/practices/{practiceId}/bundles/{bundleId}',
  summary: 'Visits booked together, cancelled ones included',
  access: 'agenda.read',
  params: bundleParams,
  response: z.object({ id, kind: z.enum(bundleKinds), visits: z.array(bundledVisit) }),
});

export const cancelBundle = defineEndpoint('bundle.cancel', {
  method: 'POST',
  path: '/practices/{practiceId}/bundles/{bundleId}/cancel',
  summary: 'Cancel some or all of the visits booked together, all or nothing, undone as one',
  access: 'appointment.cancel',
  idempotent: true,
  params: bundleParams,
  body: z.object({
    visits: z.array(z.object({ id, version })).min(1).max(6),
    by: z.enum(cancelledBy),
    reason: line(200).default(''),
  }),
  response: z.object({ visits: z.array(bundledVisit), act: undoableAct }),
  errors: ['appointment.transition_refused', 'version.stale'],
});

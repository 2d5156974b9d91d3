import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line, localDay, practiceParams, version } from '../contract/fields.js';
import { rppsIsValid } from '../identity/checks.js';
import { openingEffect } from './opening.contract.js';

/** Somebody who works in the agenda of another from a day to a day, both inclusive. */
export const locumView = z.object({
  id,
  resourceId: id,
  fromDay: localDay,
  toDay: localDay,
  title: z.enum(['dr', 'none']),
  firstName: z.string(),
  lastName: z.string(),
  rpps: z.string(),
  /** Whose « my day » shows the agenda on those days. */
  accountId: id.nullable(),
  version,
});
export type LocumView = z.output<typeof locumView>;

export const locumForm = z.object({
  resourceId: id,
  fromDay: localDay,
  toDay: localDay,
  title: z.enum(['dr', 'none']),
  firstName: line(40).min(1),
  lastName: line(40).min(1),
  rpps: z
    .string()
    .refine((rpps) => rpps === '' || rppsIsValid(rpps))
    .default(''),
  accountId: id.nullable().default(null),
});
export type LocumForm = z.output<typeof locumForm>;

const locumFaults = [
  'opening.end_before_start',
  'opening.in_the_past',
  'locum.overlaps',
  'locum.unknown_account',
] as const;

export const previewLocum = defineEndpoint('practice.preview_locum', {
  method: 'POST',
  path: '/practices/{practiceId}/locums/effect',
  summary: 'What adding, changing or removing a locum would leave outside; writes nothing',
  access: 'hours.edit',
  readOnly: true,
  params: practiceParams,
  /** The locum as she stands, none when she is new; and as she would, none when she goes. */
  body: z.object({ locumId: id.nullable(), form: locumForm.nullable() }),
  response: openingEffect,
  errors: locumFaults,
});

export const addLocum = defineEndpoint('practice.add_locum', {
  method: 'POST',
  path: '/practices/{practiceId}/locums',
  summary: 'Say who works in an agenda while its practitioner is away',
  access: 'hours.edit',
  idempotent: true,
  params: practiceParams,
  body: locumForm,
  response: openingEffect.extend({ locum: locumView }),
  status: 201,
  errors: locumFaults,
});

export const editLocum = defineEndpoint('practice.edit_locum', {
  method: 'PUT',
  path: '/practices/{practiceId}/locums/{locumId}',
  summary: 'Change who stands in, or when',
  access: 'hours.edit',
  versioned: true,
  params: practiceParams.extend({ locumId: id }),
  body: locumForm,
  response: openingEffect.extend({ locum: locumView }),
  errors: [...locumFaults, 'version.stale'],
});

export const removeLocum = defineEndpoint('practice.remove_locum', {
  method: 'DELETE',
  path: '/practices/{practiceId}/locums/{locumId}',
  summary: 'Remove a locum: absences close the agenda again',
  access: 'hours.edit',
  params: practiceParams.extend({ locumId: id }),
  response: 'empty',
});

export const listLocumAccounts = defineEndpoint('practice.list_locum_accounts', {
  method: 'GET',
  path: '/practices/{practiceId}/locum-accounts',
  summary: 'Accounts of the practice that may open an agenda of their own',
  access: 'hours.edit',
  params: practiceParams,
  response: z.object({ accounts: z.array(z.object({ accountId: id, name: z.string() })) }),
});

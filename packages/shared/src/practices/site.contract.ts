import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, line, practiceParams, version } from '../contract/fields.js';
import { holidayZones } from '../planning/public-holidays.js';
import { openingEffect } from './opening.contract.js';
import { practiceZones } from './territory.js';

/** Where the practice works. A clock or a calendar that is null is the practice's. */
export const siteView = z.object({
  id,
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  zone: z.string().nullable(),
  holidayZone: z.enum(holidayZones).nullable(),
  version,
});
export type SiteView = z.output<typeof siteView>;

export const siteForm = z.object({
  name: line(60).min(1),
  street: line(120).min(1),
  postalCode: z.string().regex(/^\d{5}$/),
  city: line(80).min(1),
  zone: z
    .string()
    .refine((zone) => practiceZones.includes(zone))
    .nullable(),
  holidayZone: z.enum(holidayZones).nullable(),
});
export type SiteForm = z.output<typeof siteForm>;

const zoneFaults = ['site.zone_in_use', 'opening.site_zone_differs'] as const;

export const addSite = defineEndpoint('practice.add_site', {
  method: 'POST',
  path: '/practices/{practiceId}/sites',
  summary: 'Add a place where the practice works',
  access: 'hours.edit',
  idempotent: true,
  params: practiceParams,
  body: siteForm,
  response: siteView,
  status: 201,
  errors: ['site.name_taken'],
});

export const previewSite = defineEndpoint('practice.preview_site', {
  method: 'POST',
  path: '/practices/{practiceId}/sites/effect',
  summary: 'What another calendar of a site, or another home site of a column, would leave outside; writes nothing',
  access: 'hours.edit',
  readOnly: true,
  params: practiceParams,
  body: z.union([z.object({ siteId: id, form: siteForm }), z.object({ resourceId: id, homeSiteId: id })]),
  response: openingEffect,
  errors: [...zoneFaults, 'opening.unknown_site'],
});

export const editSite = defineEndpoint('practice.edit_site', {
  method: 'PUT',
  path: '/practices/{practiceId}/sites/{siteId}',
  summary: 'Change a site; its clock only while no visit to come is booked by it',
  access: 'hours.edit',
  versioned: true,
  params: practiceParams.extend({ siteId: id }),
  body: siteForm,
  response: openingEffect.extend({ site: siteView }),
  errors: ['site.name_taken', ...zoneFaults, 'version.stale'],
});

export const removeSite = defineEndpoint('practice.remove_site', {
  method: 'DELETE',
  path: '/practices/{practiceId}/sites/{siteId}',
  summary: 'Remove a site that nothing stands on',
  access: 'hours.edit',
  params: practiceParams.extend({ siteId: id }),
  response: 'empty',
  errors: ['site.in_use'],
});

export const moveColumnToSite = defineEndpoint('practice.move_column_to_site', {
  method: 'PUT',
  path: '/practices/{practiceId}/resources/{resourceId}/site',
  summary: 'Give a column another home site: its clock and its calendar',
  access: 'hours.edit',
  versioned: true,
  params: practiceParams.extend({ resourceId: id }),
  body: z.object({ siteId: id }),
  response: openingEffect.extend({ version }),
  errors: [...zoneFaults, 'opening.unknown_site', 'version.stale'],
});

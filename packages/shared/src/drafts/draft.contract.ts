import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { instant, practiceParams } from '../contract/fields.js';

/** Every form whose typing is kept; a new one is added here. */
export const draftForms = [
  'booking',
  'new_patient',
  'patient_file',
  'cancellation',
  'visit_edit',
  'pool',
  'walk_in',
  'hours',
  'absence',
  'motif',
  'opening_exception',
  'locum',
  'site',
  'payment',
  'waiting_entry',
  'series',
  'bundle',
] as const;
export type DraftForm = (typeof draftForms)[number];

/** Bytes of JSON (UTF-8) that one draft may take. */
export const draftByteLimit = 64 * 1024;

/**
 * JSON a database can keep: no NUL, no half of a character, as text or as a key. Written out, such a character is an
 * escape; a backslash that was typed is written twice.
 */
const storable = (body: Record<string, unknown>): boolean =>
  !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(JSON.stringify(body));

/** What was typed, in the form's own shape: only the form reads it. */
const draftBody = z.record(z.string(), z.unknown()).refine(storable);

const draftParams = practiceParams.extend({
  form: z.enum(draftForms),
  /** Id of what the form is about, or a word (`new`) where there is none yet. */
  subject: z.string().regex(/^[\w-]{1,64}$/),
});

export const draftView = z.object({ body: z.record(z.string(), z.unknown()), updatedAt: instant, version: z.int() });
export type DraftView = z.output<typeof draftView>;

export const readDraft = defineEndpoint('draft.read', {
  method: 'GET',
  path: '/practices/{practiceId}/drafts/{form}/{subject}',
  summary: 'What I left unsaved in a form; nobody else can read it',
  access: 'draft.keep',
  params: draftParams,
  response: z.object({ draft: draftView.nullable() }),
});

export const saveDraft = defineEndpoint('draft.save', {
  method: 'PUT',
  path: '/practices/{practiceId}/drafts/{form}/{subject}',
  summary: 'Keep what I am typing; the last one sent stays, for a week',
  access: 'draft.keep',
  untraced: true,
  params: draftParams,
  body: z.object({ body: draftBody }),
  response: z.object({ updatedAt: instant, version: z.int() }),
  errors: ['draft.too_large'],
});

export const dropDraft = defineEndpoint('draft.drop', {
  method: 'DELETE',
  path: '/practices/{practiceId}/drafts/{form}/{subject}',
  summary: 'Forget what I was typing: it is saved, or given up',
  access: 'draft.keep',
  untraced: true,
  params: draftParams,
  response: 'empty',
});

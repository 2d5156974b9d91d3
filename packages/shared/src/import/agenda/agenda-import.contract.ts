import { z } from 'zod';
import { defineEndpoint } from '../../contract/endpoint.js';
import { id, instant, localDay, minuteOfDay, practiceParams } from '../../contract/fields.js';
import { importVerdicts } from '../import-codes.js';
import { agendaTraits, visitDecisions, visitReasons } from './agenda-codes.js';

const importParams = practiceParams.extend({ importId: id });

/** A value found in the file and the column its events go to. */
const agendaSource = z.object({
  by: z.enum(agendaTraits),
  value: z.string(),
  events: z.int(),
  /** Chosen now or for an earlier file, or proposed because the column is called so; null: the default column. */
  resourceId: id.nullable(),
  /** These events are left out. */
  leftOut: z.boolean(),
});
export type AgendaSource = z.output<typeof agendaSource>;

export const agendaImport = z.object({
  /** Local days that are imported, both included; what lies outside is counted and left. */
  window: z.object({ fromDay: localDay, toDay: localDay }),
  zone: z.string(),
  sources: z.array(agendaSource),
  defaultResourceId: id.nullable(),
  defaultMotifId: id.nullable(),
  counts: z.object({
    events: z.int(),
    /** Events that took place before the window, or do after it; a series counts once, whatever of it is imported. */
    past: z.int(),
    later: z.int(),
    /** Lines that share their column's time with others or with what stands there: shown beside, nothing is moved. */
    overlapping: z.int(),
    decided: z.object({ link: z.int(), block: z.int(), skip: z.int() }),
  }),
});
export type AgendaImport = z.output<typeof agendaImport>;

export const readAgendaImport = defineEndpoint('import.read_agenda', {
  method: 'GET',
  path: '/practices/{practiceId}/imports/{importId}/agenda',
  summary: 'What a calendar file holds: its calendars and the columns they go to, its window, what is left out',
  access: 'import.run',
  params: importParams,
  response: agendaImport,
});

export const chooseAgendaImport = defineEndpoint('import.choose_agenda', {
  method: 'PUT',
  path: '/practices/{practiceId}/imports/{importId}/agenda',
  summary: 'Say which column each calendar goes to, and the motif where none is named; remembered, and checked again',
  access: 'import.run',
  params: importParams,
  body: z.object({
    assigned: z
      .array(
        z.object({
          by: z.enum(agendaTraits),
          value: z.string().max(300),
          resourceId: id.nullable(),
          leftOut: z.boolean().default(false),
        }),
      )
      .max(400),
    defaultResourceId: id,
    defaultMotifId: id,
  }),
  response: agendaImport,
  errors: ['import.wrong_state'],
});

const knownPatient = z.object({
  patientId: id,
  birthName: z.string(),
  usedName: z.string(),
  firstName: z.string(),
  birthDate: localDay,
});

/** One line of the preview: a time at which an event of the file takes place, or an event that cannot be placed. */
export const importVisit = z.object({
  /** In the order of the file; a series has several. */
  line: z.int(),
  /** From 1, the events of the file. */
  event: z.int(),
  /** Line of the file on which the event begins: what a text editor shows. */
  fileLine: z.int(),
  verdict: z.enum(importVerdicts),
  decision: z.enum(visitDecisions).nullable(),
  summary: z.string(),
  day: localDay.nullable(),
  /** Null for whole days. */
  startMin: minuteOfDay.nullable(),
  durationMin: z.int().nullable(),
  /** Of whole days: how many. */
  days: z.int(),
  resourceId: id.nullable(),
  motifId: id.nullable(),
  /** The name as the text writes it, to begin a new file from. */
  person: z
    .object({
      familyName: z.string(),
      firstName: z.string(),
      sex: z.enum(['F', 'M']).nullable(),
      birthDate: localDay.nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  patient: knownPatient.nullable(),
  candidates: z.array(knownPatient),
  reasons: z.array(z.object({ code: z.enum(visitReasons), value: z.string().optional() })),
  /** What an earlier import made of the same event, as the file said it then. */
  standing: z.object({ appointmentId: id.nullable(), startsAt: instant }).nullable(),
});
export type ImportVisit = z.output<typeof importVisit>;

export const readImportVisits = defineEndpoint('import.read_visits', {
  method: 'POST',
  path: '/practices/{practiceId}/imports/{importId}/visits',
  summary: 'Staged visits in the order of the file, page after page; written to the audit journal',
  access: 'import.run',
  readOnly: true,
  audited: 'import.read_lines',
  params: importParams,
  body: z.object({
    verdict: z.enum(importVerdicts).nullable().default(null),
    undecided: z.boolean().default(false),
    afterLine: z.int().min(0).default(0),
    limit: z.int().min(1).max(200).default(100),
  }),
  response: z.object({ visits: z.array(importVisit), nextAfterLine: z.int().nullable() }),
});

export const decideImportVisit = defineEndpoint('import.decide_visit', {
  method: 'PUT',
  path: '/practices/{practiceId}/imports/{importId}/visits/{line}/decision',
  summary: 'Decide of a doubtful visit, and of those with the same words when asked; null takes the decision back',
  access: 'import.run',
  params: importParams.extend({
    line: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  }),
  body: z
    .object({
      decision: z.enum(visitDecisions).nullable(),
      /** Needed by `link`: an existing file; a new one is made first, by the rules for new files. */
      patientId: id.nullable().default(null),
      alike: z.boolean().default(false),
    })
    .refine(({ decision, patientId }) => (decision === 'link') === (patientId !== null), { path: ['patientId'] }),
  response: z.object({ visit: importVisit, decided: z.int() }),
  errors: ['import.line_not_doubtful', 'import.decision_not_possible', 'import.wrong_state'],
});

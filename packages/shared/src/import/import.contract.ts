import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, line, localDay, practiceParams } from '../contract/fields.js';
import { visitReasons } from './agenda/agenda-codes.js';
import {
  columnConfidences,
  fileDelimiters,
  fileEncodings,
  importDecisions,
  importFailures,
  importKinds,
  importStates,
  importVerdicts,
  lineReasons,
  partBytes,
  patientFields,
} from './import-codes.js';

/** A column of the file and what it becomes; `field` null: not imported. */
export const importColumn = z.object({
  index: z.int(),
  header: z.string(),
  field: z.enum(patientFields).nullable(),
  confidence: z.enum(columnConfidences),
  /** False: recognised and kept nowhere, and the screen says so. */
  kept: z.boolean(),
  /** First filled cells under it, three at most, cut; a social security number is masked. */
  examples: z.array(z.string()),
});
export type ImportColumn = z.output<typeof importColumn>;

/** Lines by verdict; those decided count under `doubtful` too. */
export const importCounts = z.object({
  create: z.int(),
  match: z.int(),
  /** Of `match`: those that fill fields. The others change nothing. */
  filling: z.int(),
  doubtful: z.int(),
  refuse: z.int(),
  /** Of `doubtful`. What is not decided is not imported. */
  decided: z.object({ same: z.int(), create: z.int(), skip: z.int() }),
});
export type ImportCounts = z.output<typeof importCounts>;

/** One line of the history. */
export const importSummary = z.object({
  id,
  kind: z.enum(importKinds),
  fileName: z.string(),
  bytes: z.int(),
  state: z.enum(importStates),
  failure: z.enum(importFailures).nullable(),
  createdAt: instant,
  createdByName: z.string(),
  committedAt: instant.nullable(),
  committedByName: z.string().nullable(),
  undoneAt: instant.nullable(),
  undoneByName: z.string().nullable(),
  counts: importCounts,
  /** What the writing made, once committed. */
  written: z.object({ created: z.int(), changed: z.int() }).nullable(),
  /** Until when it may be taken back; null when it is not committed or the days are over. */
  undoUntil: instant.nullable(),
});
export type ImportSummary = z.output<typeof importSummary>;

export const importView = importSummary.extend({
  /** Numbers of the parts received, from 0: what a broken upload goes on from. */
  receivedParts: z.array(z.int()),
  encoding: z.enum(fileEncodings).nullable(),
  delimiter: z.enum(fileDelimiters).nullable(),
  columns: z.array(importColumn),
  /** The columns come from an earlier file of the same software. */
  mappingRemembered: z.boolean(),
  /** Fields a file cannot do without and no column gives; the check waits for them. */
  missingFields: z.array(z.enum(patientFields)),
  /** Of the check under way or of the last one. */
  progress: z
    .object({
      startedAt: instant,
      at: instant,
      bytesRead: z.int(),
      linesRead: z.int(),
      /** Exact once the last byte is read. */
      linesEstimated: z.int(),
    })
    .nullable(),
});
export type ImportView = z.output<typeof importView>;

export const listImports = defineEndpoint('import.list', {
  method: 'GET',
  path: '/practices/{practiceId}/imports',
  summary: 'Files imported or being imported, the latest first, fifty at most',
  access: 'import.run',
  params: practiceParams,
  response: z.object({ imports: z.array(importSummary) }),
});

export const beginImport = defineEndpoint('import.begin', {
  method: 'POST',
  path: '/practices/{practiceId}/imports',
  summary: 'Announce a file; its parts follow, nothing is written to the practice before the commit',
  access: 'import.run',
  idempotent: true,
  params: practiceParams,
  body: z.object({
    kind: z.enum(importKinds),
    fileName: line(200).min(1),
    bytes: z.int().min(0),
    /** Lower-case hex; checked once every part is there. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  response: importView,
  status: 201,
  errors: ['import.file_empty', 'import.file_too_large'],
});

/** In a path: digits. */
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const importParams = practiceParams.extend({ importId: id });

export const putImportPart = defineEndpoint('import.put_part', {
  method: 'PUT',
  path: '/practices/{practiceId}/imports/{importId}/parts/{part}',
  summary: 'One part of the file, numbered from 0; sent again, it replaces itself',
  access: 'import.run',
  upload: { maxBytes: partBytes },
  untraced: true,
  params: importParams.extend({ part: wholeNumber }),
  body: z.instanceof(Uint8Array),
  response: 'empty',
  errors: ['import.part_unexpected', 'import.wrong_state'],
});

export const checkImport = defineEndpoint('import.check', {
  method: 'POST',
  path: '/practices/{practiceId}/imports/{importId}/check',
  summary: 'Recognise the columns and stage every line with its verdict, in the background',
  access: 'import.run',
  params: importParams,
  response: importView,
  errors: ['import.parts_missing', 'import.checksum_wrong', 'import.wrong_state'],
});

export const readImport = defineEndpoint('import.read', {
  method: 'GET',
  path: '/practices/{practiceId}/imports/{importId}',
  summary: 'State, progress, counts and columns of an import',
  access: 'import.run',
  params: importParams,
  response: importView,
});

export const mapImportColumns = defineEndpoint('import.map_columns', {
  method: 'PUT',
  path: '/practices/{practiceId}/imports/{importId}/columns',
  summary: 'Say what columns become; remembered for the next file with the same header, and checked again at once',
  access: 'import.run',
  params: importParams,
  body: z.object({
    columns: z.array(z.object({ index: z.int().min(0), field: z.enum(patientFields).nullable() })).max(200),
  }),
  response: importView,
  errors: ['import.column_unknown', 'import.field_twice', 'import.wrong_state'],
});

/** Something said about a line. `value` is what stood in the file, `line` another line of it. */
export const importReason = z.object({
  code: z.enum([...lineReasons, ...visitReasons]),
  field: z.string().optional(),
  value: z.string().optional(),
  line: z.int().optional(),
  /** Codes of `twinReasons`. */
  because: z.array(z.string()).optional(),
  /** Of the `minor` reason: years. */
  age: z.int().optional(),
});
export type ImportReason = z.output<typeof importReason>;

export const importLine = z.object({
  /** Of the file, the header being line 1: what a text editor shows. */
  line: z.int(),
  verdict: z.enum(importVerdicts),
  decision: z.enum(importDecisions).nullable(),
  /** Lines of a patients' file; what could be read of the person. */
  person: z
    .object({
      birthName: z.string(),
      usedName: z.string(),
      firstName: z.string(),
      birthDate: localDay.nullable(),
      /** As it stands in the file. */
      writtenBirthDate: z.string(),
    })
    .nullable(),
  reasons: z.array(importReason),
  /** Fields a match or `same` fills; those already filled are kept. */
  fills: z.array(z.string()),
  /** The patient a match or a doubt is about; null when it is another line of the file. */
  twin: z
    .object({
      patientId: id,
      birthName: z.string(),
      usedName: z.string(),
      firstName: z.string(),
      birthDate: localDay,
    })
    .nullable(),
});
export type ImportLine = z.output<typeof importLine>;

export const readImportLines = defineEndpoint('import.read_lines', {
  method: 'POST',
  path: '/practices/{practiceId}/imports/{importId}/lines',
  summary: 'Staged lines in the order of the file, page after page; written to the audit journal',
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
  /** `nextAfterLine` null: no more for now. */
  response: z.object({ lines: z.array(importLine), nextAfterLine: z.int().nullable() }),
});

export const decideImportLine = defineEndpoint('import.decide_line', {
  method: 'PUT',
  path: '/practices/{practiceId}/imports/{importId}/lines/{line}/decision',
  summary: 'Decide of a doubtful line; null takes the decision back',
  access: 'import.run',
  params: importParams.extend({ line: wholeNumber }),
  body: z.object({ decision: z.enum(importDecisions).nullable() }),
  response: z.object({ line: importLine, counts: importCounts }),
  errors: ['import.line_not_doubtful', 'import.no_twin', 'import.wrong_state'],
});

export const cancelImport = defineEndpoint('import.cancel', {
  method: 'POST',
  path: '/practices/{practiceId}/imports/{importId}/cancel',
  summary: 'Stop before anything is written; the file and its lines are deleted',
  access: 'import.run',
  params: importParams,
  response: importView,
  errors: ['import.wrong_state'],
});

export const commitImport = defineEndpoint('import.commit', {
  method: 'POST',
  path: '/practices/{practiceId}/imports/{importId}/commit',
  summary: 'Write everything in one transaction or nothing, in the background',
  access: 'import.run',
  params: importParams,
  response: importView,
  errors: ['import.wrong_state', 'import.nothing_to_write'],
});

export const undoImport = defineEndpoint('import.undo', {
  method: 'POST',
  path: '/practices/{practiceId}/imports/{importId}/undo',
  summary: 'Take a whole import back, in the background; refused once something depends on it, with how many and why',
  access: 'import.run',
  params: importParams,
  response: importView,
  errors: ['import.depended_on', 'import.undo_too_late', 'import.wrong_state'],
});

export const exportImportProblems = defineEndpoint('import.export_problems', {
  method: 'GET',
  path: '/practices/{practiceId}/imports/{importId}/problems',
  summary: 'Refused lines and doubtful ones not decided, as a CSV file: the columns of the source and the reason',
  access: 'import.run',
  audited: 'import.export_problems',
  params: importParams,
  query: z.object({ language: z.enum(['fr', 'en']).default('fr') }),
  response: { file: 'text/csv; charset=utf-8' },
});

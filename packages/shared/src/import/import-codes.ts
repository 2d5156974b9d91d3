/** What a file of another software may hold. */
export const importKinds = ['patients', 'appointments'] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * `uploading` parts are missing · `to_map` read, a column that must be is not known · `checking` lines are being staged ·
 * `checked` ready, nothing written · `committing` · `committed` · `undoing` · `undone` · `cancelled` · `failed`, see
 * `failure`.
 */
export const importStates = [
  'uploading',
  'to_map',
  'checking',
  'checked',
  'committing',
  'committed',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

/** Why a whole file cannot be read, or its writing did not happen. */
export const importFailures = [
  /** Not one character. */
  'file_empty',
  /** A first line with names of columns, and nothing under it. */
  'header_only',
  /** An image, a spreadsheet, an archive: no text. */
  'not_text',
  /** Text, but no column is told from another, or no calendar is found. */
  'not_recognised',
  'too_many_columns',
  'too_many_lines',
  /** A patient was changed between the check and the writing: check again. */
  'changed_since_check',
  /** Somebody began to depend on it while it was being taken back. */
  'depended_on',
  'server_failed',
] as const;
export type ImportFailure = (typeof importFailures)[number];

/** `create` a new one · `match` already there · `doubtful` somebody must decide · `refuse` cannot be read. */
export const importVerdicts = ['create', 'match', 'doubtful', 'refuse'] as const;
export type ImportVerdict = (typeof importVerdicts)[number];

/** Of a doubtful line. `same` asks for a twin; undecided at the end counts as `skip`. */
export const importDecisions = ['same', 'create', 'skip'] as const;
export type ImportDecision = (typeof importDecisions)[number];

export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

export const fileDelimiters = [';', ',', '\t'] as const;
export type FileDelimiter = (typeof fileDelimiters)[number];

/** What a column of a patients' file may become. */
export const patientFields = [
  'birthName',
  'usedName',
  'firstName',
  'firstNames',
  'birthDate',
  'sex',
  'title',
  'birthPlaceCode',
  'birthPlace',
  'birthPostalCode',
  'mobile',
  'phone',
  'otherPhone',
  'email',
  'street',
  'street2',
  'postalCode',
  'city',
  'communeCode',
  'referringDoctor',
  'complementaryName',
  'longTermIllness',
  'headsUp',
  'teamNote',
  'nir',
] as const;
export type PatientField = (typeof patientFields)[number];

/** Recognised, shown masked, and kept nowhere: the file of a patient has no place for it. */
export const fieldsNotKept: readonly PatientField[] = ['nir'];

/** `sure` the header's own name · `likely` part of it, or what stands under it · `none` not known · `chosen` by a person, now or for an earlier file. */
export const columnConfidences = ['sure', 'likely', 'none', 'chosen'] as const;
export type ColumnConfidence = (typeof columnConfidences)[number];

/** Why a line got its verdict; each has a sentence in the locales. */
export const lineReasons = [
  // create
  'new',
  'minor',
  'without_phone',
  // match
  'already_there',
  'fills_fields',
  'repeats_line',
  // said, whatever the verdict
  'keeps_ours',
  'phone_unreadable',
  'other_phone_left_out',
  'email_unreadable',
  'postal_code_unreadable',
  'commune_unknown',
  'birth_place_unknown',
  'text_cut',
  'serial_date',
  'sex_unknown',
  'sex_from_nir',
  'nir_key_wrong',
  'nir_disagrees',
  'practitioner_unknown',
  // doubtful
  'near_twin',
  'near_line',
  'day_month_swapped',
  'century_guessed',
  'differs_from_line',
  'several_matches',
  // refuse
  'name_empty',
  'first_name_empty',
  'name_without_letter',
  'birth_date_empty',
  'birth_date_unreadable',
  'birth_date_not_a_day',
  'birth_date_in_the_future',
  'birth_date_too_old',
  'line_too_long',
  'line_too_short',
  'line_too_many_cells',
  'line_not_text',
  'quote_never_closed',
] as const;
export type LineReason = (typeof lineReasons)[number];

/** Above it a file is refused before its first byte. */
export const mostFileBytes = 50 * 1024 * 1024;
/** Of one part; all but the last have exactly this size. */
export const partBytes = 2 * 1024 * 1024;
/** A column's head that a screen can still show. */
export const mostColumns = 200;
export const mostLines = 200_000;
/** Days during which a whole import can be taken back. */
export const undoDays = 30;

/** How many parts a file of so many bytes comes in, numbered from 0. */
export function partCount(bytes: number): number {
  return Math.ceil(bytes / partBytes);
}

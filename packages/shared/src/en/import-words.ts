import type { LineReason } from '../import/import-codes.js';

/** Heads of the two columns added to the lines that were not imported. */
export const problemHeads = ['Line of the file', 'Why'] as const;

/** Between two reasons of one line. */
export const reasonSeparator = '; ';

/** `{value}` what stood in the file, `{line}` another line of it, `{age}` years. Empty: says nothing of a problem. */
export const reasonWords: Readonly<Record<LineReason, string>> = {
  new: '',
  minor: '',
  without_phone: 'no phone',
  already_there: '',
  fills_fields: '',
  repeats_line: 'repeats line {line}',
  keeps_ours: '',
  phone_unreadable: 'phone cannot be read',
  other_phone_left_out: 'second phone not taken over',
  email_unreadable: 'e-mail address cannot be read',
  postal_code_unreadable: 'postal code cannot be read',
  commune_unknown: 'unknown town: “{value}”',
  birth_place_unknown: 'unknown birthplace: “{value}”',
  text_cut: 'text too long, cut',
  serial_date: 'date as a spreadsheet number: “{value}”',
  sex_unknown: 'sex not given',
  sex_from_nir: '',
  nir_key_wrong: 'wrong key of the social security number',
  nir_disagrees: 'the social security number says otherwise',
  practitioner_unknown: 'doctor unknown to the practice',
  near_twin: 'close to a patient of the practice',
  near_line: 'close to line {line}',
  day_month_swapped: 'day and month swapped?',
  century_guessed: 'century of birth to confirm: “{value}”',
  differs_from_line: 'same person as line {line}, with other details',
  several_matches: 'several patients of the practice match',
  name_empty: 'the name is empty',
  first_name_empty: 'the first name is empty',
  name_without_letter: 'impossible name or first name',
  birth_date_empty: 'the birth date is empty',
  birth_date_unreadable: 'date cannot be read: “{value}”',
  birth_date_not_a_day: 'no such day: “{value}”',
  birth_date_in_the_future: 'birth date in the future: “{value}”',
  birth_date_too_old: 'birth date too long ago: “{value}”',
  line_too_long: 'line too long',
  line_too_short: 'columns are missing',
  line_too_many_cells: 'too many columns',
  line_not_text: 'unreadable characters',
  quote_never_closed: 'quote never closed',
};

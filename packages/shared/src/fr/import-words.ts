import type { LineReason } from '../import/import-codes.js';

/** Heads of the two columns added to the lines that were not imported. */
export const problemHeads = ['Ligne du fichier', 'Pourquoi'] as const;

/** Between two reasons of one line. */
export const reasonSeparator = '\u202F; ';

/** `{value}` what stood in the file, `{line}` another line of it, `{age}` years. Empty: says nothing of a problem. */
export const reasonWords: Readonly<Record<LineReason, string>> = {
  new: '',
  minor: '',
  without_phone: 'sans téléphone',
  already_there: '',
  fills_fields: '',
  repeats_line: 'répète la ligne {line}',
  keeps_ours: '',
  phone_unreadable: 'téléphone illisible',
  other_phone_left_out: 'second téléphone non repris',
  email_unreadable: 'adresse électronique illisible',
  postal_code_unreadable: 'code postal illisible',
  commune_unknown: 'commune inconnue : « {value} »',
  birth_place_unknown: 'lieu de naissance inconnu : « {value} »',
  text_cut: 'texte trop long, coupé',
  serial_date: 'date en nombre de tableur : « {value} »',
  sex_unknown: 'sexe non indiqué',
  sex_from_nir: '',
  nir_key_wrong: 'clé du numéro de sécurité sociale fausse',
  nir_disagrees: 'le numéro de sécurité sociale dit autre chose',
  practitioner_unknown: 'médecin inconnu du cabinet',
  near_twin: 'proche d’un patient du cabinet',
  near_line: 'proche de la ligne {line}',
  day_month_swapped: 'jour et mois inversés ?',
  century_guessed: 'siècle de naissance à confirmer : « {value} »',
  differs_from_line: 'même personne que la ligne {line}, autres renseignements',
  several_matches: 'plusieurs patients du cabinet correspondent',
  name_empty: 'le nom est vide',
  first_name_empty: 'le prénom est vide',
  name_without_letter: 'nom ou prénom impossible',
  birth_date_empty: 'la date de naissance est vide',
  birth_date_unreadable: 'date illisible : « {value} »',
  birth_date_not_a_day: 'ce jour n’existe pas : « {value} »',
  birth_date_in_the_future: 'date de naissance dans le futur : « {value} »',
  birth_date_too_old: 'date de naissance trop ancienne : « {value} »',
  line_too_long: 'ligne trop longue',
  line_too_short: 'il manque des colonnes',
  line_too_many_cells: 'il y a trop de colonnes',
  line_not_text: 'caractères illisibles',
  quote_never_closed: 'guillemet jamais refermé',
};

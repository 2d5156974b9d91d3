/** Parts of the settings, as the URL names them (`?volet=`). Words: `settings:part.<key>`. */
export const settingsPartKeys = [
  'horaires',
  'feries',
  'sites',
  'absences',
  'motifs',
  'salles',
  'calendriers',
  'donnees',
  'membres',
  'journal',
  'taches',
] as const;
export type SettingsPartKey = (typeof settingsPartKeys)[number];

import { noBreak } from './typography.js';

/** Words of the sheet for the day nothing answers: a French paper, whatever the language of the screen. */
export const outageWords = {
  title: 'Feuille de secours',
  printedAt: (day: string, time: string) => `Imprimée le ${day} à ${time}`,
  heads: ['Heure', 'Patient', 'Naissance', 'Téléphone', 'Motif', 'Urgence'],
  urgent: 'URGENT',
  withoutPhone: 'sans téléphone',
  sheet: (at: number, of: number) => `feuille ${at}/${of}`,
  count: (visits: number) => `${visits} rendez-vous`,
  none: (hours: number) => `Aucun rendez-vous dans les ${hours} heures qui viennent.`,
  legal: `Données de santé${noBreak}: à garder sous clé, à détruire dès que l’agenda répond à nouveau.`,
  page: (page: number, of: number) => `page ${page}/${of}`,
} as const;

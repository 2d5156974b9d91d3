/** Official communes (INSEE code) with a postal code of theirs, weighted by how many patients live there. */
export interface Place {
  readonly code: string;
  readonly postalCodes: readonly string[];
  readonly weight: number;
}

export const lillePlaces: readonly Place[] = [
  { code: '59350', postalCodes: ['59000', '59800'], weight: 46 },
  { code: '59512', postalCodes: ['59100'], weight: 8 },
  { code: '59368', postalCodes: ['59110'], weight: 7 },
  { code: '59328', postalCodes: ['59130'], weight: 7 },
  { code: '59009', postalCodes: ['59491', '59493', '59650'], weight: 6 },
  { code: '59378', postalCodes: ['59700'], weight: 5 },
  { code: '59410', postalCodes: ['59370'], weight: 4 },
  { code: '59360', postalCodes: ['59120'], weight: 4 },
  { code: '59599', postalCodes: ['59200'], weight: 3 },
  { code: '59220', postalCodes: ['59155'], weight: 2 },
  { code: '59507', postalCodes: ['59790'], weight: 2 },
  { code: '59527', postalCodes: ['59350'], weight: 2 },
  { code: '59163', postalCodes: ['59170'], weight: 2 },
  { code: '59646', postalCodes: ['59290'], weight: 2 },
];

export const reunionPlaces: readonly Place[] = [
  { code: '97411', postalCodes: ['97400', '97490'], weight: 60 },
  { code: '97418', postalCodes: ['97438'], weight: 20 },
  { code: '97408', postalCodes: ['97419'], weight: 12 },
  { code: '97407', postalCodes: ['97420'], weight: 8 },
];

export const lilleBirthplaces: readonly (readonly [string, number])[] = [
  ['59350', 46],
  ['59512', 14],
  ['59599', 10],
  ['59183', 5],
  ['62041', 5],
  ['62498', 4],
  ['59606', 4],
  ['59017', 3],
  ['75114', 3],
  ['80021', 2],
  ['69383', 1],
  ['13205', 1],
];

export const reunionBirthplaces: readonly (readonly [string, number])[] = [
  ['97411', 70],
  ['97416', 16],
  ['97410', 8],
  ['97611', 3],
];

export const lilleStreets: readonly string[] = [
  'rue des Postes',
  'rue d’Arras',
  'rue de Wazemmes',
  'rue Colbert',
  'rue Solférino',
  'rue Nationale',
  'rue des Stations',
  'rue Gambetta',
  'rue de Douai',
  'boulevard Victor-Hugo',
  'boulevard Montebello',
  'rue du Molinel',
  'rue Brûle-Maison',
  'rue Jeanne-d’Arc',
  'rue Masséna',
  'rue Saint-André',
  'avenue de Dunkerque',
  'place de la Nouvelle-Aventure',
  'rue des Meuniers',
  'rue Pierre-Legrand',
  'rue de Lannoy',
  'rue du Faubourg-des-Postes',
  'rue Faidherbe',
  'square Dutilleul',
];

/** Names that any town of France has. */
export const townStreets: readonly string[] = [
  'rue Jean-Jaurès',
  'rue Pasteur',
  'rue Victor-Hugo',
  'avenue de la République',
  'rue du Général-Leclerc',
  'rue Émile-Zola',
  'rue de la Gare',
  'rue des Écoles',
  'rue de l’Église',
  'rue du Maréchal-Foch',
  'rue Jules-Guesde',
  'rue Roger-Salengro',
  'allée des Érables',
  'résidence du Parc',
  'place de la Mairie',
];

export const reunionStreets: readonly string[] = [
  'rue de Paris',
  'rue Juliette-Dodu',
  'rue Maréchal-Leclerc',
  'rue Sainte-Anne',
  'chemin des Flamboyants',
  'rue Jean-Chatel',
  'route des Azalées',
  'chemin Bancoul',
  'rue de la Source',
  'allée des Filaos',
];

export const complementaryNames: readonly string[] = [
  'MGEN',
  'Harmonie Mutuelle',
  'Malakoff Humanis',
  'Aésio',
  'Viasanté',
  'Apivia',
  'Swiss Life',
  'AG2R La Mondiale',
  'Groupama',
  'Just',
];

export const chequeBanks: readonly string[] = [
  'CIC Nord Ouest',
  'Crédit Mutuel',
  'La Banque Postale',
  'Crédit Agricole',
  'BNP Paribas',
  'Caisse d’Épargne',
];

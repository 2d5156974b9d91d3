/** What is known of a patient beyond name, sex and age. */
export interface PersonTraits {
  readonly birthName?: string;
  readonly firstNames?: string;
  readonly birthPlace?: string;
  /** Last two digits of the mobile. */
  readonly phoneEnd?: string;
  readonly withoutPhone?: boolean;
  /** Shares the home and the phone of another patient, named 'FAMILY First'. */
  readonly livesWith?: string;
  readonly street?: string;
  /** Commune code and postal code. */
  readonly home?: readonly [string, string];
  readonly headsUp?: string;
  readonly teamNote?: string;
  readonly thirdParty?: 'none' | 'amo' | 'full';
  readonly complementary?: string;
  readonly illness?: boolean;
  readonly insStatus?: 'provisional' | 'retrieved' | 'validated' | 'qualified';
  readonly usual?: string;
  readonly referring?: boolean;
  /** Never drawn by chance for a visit: her agenda is written by hand. */
  readonly keptApart?: boolean;
}

export interface NamedPerson {
  readonly family: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M';
  readonly age: string;
}

const lille = ['59350', '59000'] as const;

/** Traits of people the pictures know, by 'FAMILY First'. */
export const knownTraits: Readonly<Record<string, PersonTraits>> = {
  'DUPONT Marie': {
    birthName: 'DURAND',
    firstNames: 'MARIE ANNE',
    birthPlace: '59350',
    phoneEnd: '47',
    street: '27 rue des Postes',
    home: lille,
    headsUp: 'Malentendante, parler lentement.',
    teamNote: 'Préfère les matinées. Ne prend pas l’ascenseur : salle du rez-de-chaussée.',
    thirdParty: 'none',
    complementary: 'MGEN',
    illness: false,
    insStatus: 'qualified',
    usual: 'martin',
    referring: true,
    keptApart: true,
  },
  'DUPUIS Marc': { phoneEnd: '09', home: ['59512', '59100'], usual: 'martin', keptApart: true },
  'DUPAS Maëlle': { phoneEnd: '61', home: ['59328', '59130'], usual: 'nguyen', keptApart: true },
  'DUPOND Marie': { home: ['59599', '59200'], usual: 'leroy', insStatus: 'validated' },
  'DUPONT Marine': { home: lille, usual: 'leroy' },
  'DURAND Marine': { home: ['59512', '59100'], usual: 'martin' },
  'DURAND Paul': { home: lille, usual: 'leroy', phoneEnd: '83' },
  'LECLERCQ Julie': {
    birthName: 'MOREL',
    firstNames: 'JULIE ANNE',
    birthPlace: '59512',
    phoneEnd: '33',
    street: '19 rue d’Arras',
    home: lille,
    complementary: 'Aésio',
    insStatus: 'qualified',
    usual: 'martin',
  },
  'LECLERC Julie': {
    birthName: 'MOREL',
    phoneEnd: '78',
    insStatus: 'provisional',
    teamNote: 'Préfère le soir.',
    usual: 'martin',
    keptApart: true,
  },
  'KAYA Deniz': {
    phoneEnd: '18',
    home: lille,
    headsUp: 'Parle turc et un peu français. Sa fille traduit au téléphone.',
    complementary: 'MGEN',
    insStatus: 'qualified',
    usual: 'martin',
    referring: true,
    keptApart: true,
  },
  'PETIT Jean': {
    thirdParty: 'amo',
    complementary: 'Harmonie Mutuelle',
    illness: false,
    insStatus: 'qualified',
    usual: 'martin',
    referring: true,
  },
  'LIM Sophea': { thirdParty: 'full', complementary: 'Viasanté', usual: 'leroy', referring: true },
  'MULLER Chloé': {
    thirdParty: 'none',
    complementary: 'Swiss Life',
    usual: 'nguyen',
    headsUp: 'Vient avec sa mère, qui garde son petit frère.',
  },
  'FONTAINE Michel': { thirdParty: 'none', illness: false, usual: 'martin', referring: true },
  'LEMAIRE Josiane': { thirdParty: 'amo', illness: false, complementary: 'MGEN', usual: 'martin', referring: true },
  'NOWAK Piotr': {
    thirdParty: 'none',
    illness: false,
    complementary: 'Harmonie Mutuelle',
    usual: 'leroy',
    referring: true,
  },
  'BENALI Samira': { thirdParty: 'full', illness: false, complementary: 'Aésio', usual: 'martin', referring: true },
  'HUBERT Laurence': { thirdParty: 'amo', illness: false, usual: 'leroy', referring: true },
  'GILLET Robert': { phoneEnd: '52', usual: 'martin' },
  'BODIN Alain': {
    phoneEnd: '90',
    street: '8 rue du Molinel',
    home: lille,
    usual: 'leroy',
    headsUp: '2e étage, code 41A6.',
  },
  'DURAND Roger': {
    street: '3 rue des Stations',
    home: lille,
    usual: 'martin',
    headsUp: 'Ne se déplace plus : visite à domicile.',
  },
  'MASSON Hugo': { withoutPhone: true, usual: 'leroy' },
  'HENRY Colette': { headsUp: 'Vient en ambulance : prévenir si l’horaire change.' },
  'FAURE Léo': { headsUp: 'Sa mère attend hors de la salle avec la poussette.', usual: 'nguyen' },
  'FAURE Mila': { livesWith: 'FAURE Léo', usual: 'nguyen' },
  'FAURE Claire': { livesWith: 'FAURE Léo', usual: 'leroy' },
  'PERRIN Julie': { livesWith: 'PERRIN Arthur', usual: 'martin' },
  'MULLER Gaspard': { livesWith: 'MULLER Chloé', usual: 'nguyen' },
  'BODIN Martine': { livesWith: 'BODIN Alain', usual: 'leroy' },
  'ROY Bernard': { usual: 'martin', headsUp: 'Répond sur le mobile de son épouse.' },
  'COUSIN Jules': { usual: 'nguyen' },
  'COUSIN Jeanne': { livesWith: 'COUSIN Jules', usual: 'nguyen' },
  'HAMMOUCHE Adam': { usual: 'nguyen' },
  'HAMMOUCHE Amir': { livesWith: 'HAMMOUCHE Adam', usual: 'nguyen' },
  'SOW Ibrahim': { headsUp: 'Joignable de 12 h à 14 h seulement.' },
  'CHARLES Denise': { headsUp: 'Sa voisine la conduit : éviter le lundi matin.' },
  'BAILLY Francis': { headsUp: 'Fauteuil roulant : salle du rez-de-chaussée.' },
  'OKAFOR Daniel': { headsUp: 'Les parents parlent anglais.' },
  'WILLEMS Greta': { headsUp: 'Parle lentement le français, préfère un message écrit.' },
};

/** People who have no visit on the demo's day but whom the other pictures show. */
export const otherPeople: readonly NamedPerson[] = [
  ...listed('DUPONT Marie F1962-03-12, DUPUIS Marc M1985-07-04, DUPAS Maëlle F2019-11-22, DUPOND Marie F1971-08-30'),
  ...listed('DUPONT Marine F2001-02-17, DURAND Marine F1994-12-03, DURAND Paul M1988-05-21, LECLERC Julie F1988-06-14'),
  ...listed('FAURE Mila F7, FAURE Claire F36, PERRIN Julie F41, MULLER Gaspard M2, BODIN Martine F57, ROY Bernard M70'),
  ...listed(
    'COUSIN Jules M2017-05-09, COUSIN Jeanne F2017-05-09, HAMMOUCHE Adam M2021-10-02, HAMMOUCHE Amir M2021-10-02',
  ),
  ...listed(
    'ALLARD Cyril M44, AMRANI Farid M39, BARON Suzanne F83, BECKER Otto M62, BELKACEM Sonia F47, BERTIN Louise F58',
  ),
  ...listed(
    'BONNET Alain M66, BOUZID Nora F35, BRETON Yves M74, CAMARA Moussa M30, CHARPENTIER Rose F80, COHEN David M43',
  ),
  ...listed(
    'COULON Édith F72, DA COSTA Rui M53, DELAHAYE Irène F86, DEVOS Marc M49, DIOP Adama M32, DUHAMEL Claire F38',
  ),
  ...listed(
    'EVRARD Simon M27, FERREIRA Paulo M61, FLAMENT Annie F69, GARNIER Lucas M23, GERARD Maud F45, GUERIN Bruno M55',
  ),
  ...listed(
    'HAMIDI Leïla F29, HOUSSIN Théo M18, IVANOV Anna F40, JACQUET René M82, KONÉ Mariam F56, LACOMBE Jules M31',
  ),
  ...listed(
    'LAURENT Odette F85, LECLERC Marius M20, LEDOUX Céline F42, LEJEUNE Paul M34, LOPEZ Carmen F63, MAILLARD Ève F59',
  ),
  ...listed(
    'MARTY Joël M71, MERLIN Agathe F25, MOULIN Régis M68, NAVARRO Pilar F50, NGUYEN Linh F37, OLIVEIRA Ana F46',
  ),
  ...listed(
    'PARENT Josette F78, PELLETIER Guy M75, PHAM Minh M54, POIRIER Alix F28, QUENTIN Hugues M60, RAMOS Luis M41',
  ),
  ...listed('RENAUD Flora F33, RIGAUX Pol M21, ROCHE Muriel F64, SANTOS Inês F36, SAUVAGE Denis M67, SCHMITT Karl M57'),
  ...listed(
    'SIDIBÉ Oumar M48, TESSIER Line F19, TISON Marthe F87, TOURÉ Aïssa F26, URBAIN Gaël M35, VALLÉE Romane F24',
  ),
  ...listed('VERDIER Jean M79, VIGNON Paule F73, WAUQUIER Luc M65, YILMAZ Emre M38, ZAOUI Hind F44, CORDIER Anne F52'),
];

function listed(text: string): NamedPerson[] {
  return text.split(', ').map((entry) => {
    const [, family = '', firstName = '', sex = '', age = ''] =
      /^(\p{Lu}[\p{Lu}’ ]*) (\S+) ([FM])(\S+)$/u.exec(entry) ?? [];
    if (!family) throw new Error(`not a person: ${entry}`);
    return { family, firstName, sex: sex === 'F' ? 'F' : 'M', age };
  });
}

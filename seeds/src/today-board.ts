import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';

/** A visit of the demo's own day, as the pictures show it at 10 h 42. */
export interface BoardVisit {
  readonly start: string;
  readonly minutes: number;
  readonly family: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M';
  /** Years, months with an m ('9m'), or a birth date. */
  readonly age: string;
  /** Short name. */
  readonly motif: string;
  readonly status: AppointmentStatus;
  readonly note: string;
  readonly urgent: boolean;
  /** Local times said by the pictures. */
  readonly arrived?: string;
  readonly called?: string;
  readonly seen?: string;
  /** Days before, when a picture tells its story. */
  readonly bookedAgo?: number;
  readonly confirmedAgo?: number;
}

type Told = Partial<Pick<BoardVisit, 'note' | 'urgent' | 'arrived' | 'called' | 'seen' | 'bookedAgo' | 'confirmedAgo'>>;
type Line = readonly [string, number, string, string, string, string, AppointmentStatus, Told?];

const boards: Readonly<Record<string, readonly Line[]>> = {
  martin: [
    ['8:00', 20, 'VASSEUR', 'Bernard', 'M71', 'Suivi tension', 'done'],
    ['8:20', 10, 'DELATTRE', 'Odile', 'F66', 'Certificat', 'done'],
    ['8:30', 20, 'BENALI', 'Samira', 'F38', '1re consult.', 'done'],
    ['8:50', 10, 'CARON', 'Luc', 'M29', 'Certificat', 'done'],
    ['9:00', 20, 'LEMAIRE', 'Josiane', 'F74', 'Renouvellement', 'done'],
    ['9:20', 10, 'HOCHART', 'Thomas', 'M33', 'Consultation', 'no_show'],
    ['9:30', 20, 'FONTAINE', 'Michel', 'M64', 'Résultats', 'done'],
    ['9:50', 10, 'WAGNER', 'Élise', 'F27', 'Certificat', 'done'],
    [
      '10:00',
      20,
      'PETIT',
      'Jean',
      'M72',
      'Avec ECG',
      'to_collect',
      { arrived: '9:51', called: '10:01', seen: '10:20' },
    ],
    ['10:20', 20, 'SALL', 'Awa', 'F34', '1re consult.', 'in_consultation', { arrived: '10:11', called: '10:20' }],
    [
      '10:40',
      20,
      'KAYA',
      'Deniz',
      'M1984-09-17',
      'Suivi diabète',
      'arrived',
      { arrived: '10:30', note: 'Apporte son carnet de glycémie', bookedAgo: 6, confirmedAgo: 3 },
    ],
    ['11:00', 10, 'BEN AMAR', 'Nadia', 'F52', 'Urgence', 'arrived', { urgent: true, arrived: '10:39' }],
    ['11:10', 20, 'ROUSSEL', 'Paul', 'M69', 'Renouvellement', 'confirmed'],
    ['11:50', 10, 'LEFEBVRE', 'Annick', 'F61', 'Certificat', 'confirmed'],
    ['12:00', 20, 'MERCIER', 'Denis', 'M57', 'Consultation', 'booked', { note: 'Douleur au genou' }],
    ['12:20', 10, 'DUBOIS', 'Chantal', 'F76', 'Vaccin', 'booked', { note: 'Grippe' }],
    ['12:30', 30, 'DURAND', 'Roger', 'M88', 'Visite', 'confirmed', { note: 'Code 14B7, 2e ét.' }],
    ['14:00', 20, 'LAMBERT', 'Agnès', 'F45', 'Consultation', 'confirmed'],
    ['14:20', 20, 'VANDEWALLE', 'Guy', 'M73', 'Renouvellement', 'booked', { note: 'À jeun pour la prise de sang ?' }],
    ['14:40', 20, 'KOWALSKI', 'Ewa', 'F49', 'Résultats', 'booked'],
    ['15:00', 20, 'OUALI', 'Karima', 'F41', 'Téléconsult.', 'confirmed'],
    ['15:40', 20, 'POULAIN', 'Serge', 'M62', 'Consultation', 'booked'],
    ['16:20', 20, 'HERBAUT', 'Lise', 'F31', 'Consultation', 'booked'],
    ['16:40', 20, 'GOMEZ', 'Luis', 'M59', 'Suivi tension', 'booked'],
    ['17:00', 20, 'BOULANGER', 'Rémi', 'M36', 'Consultation', 'confirmed'],
    ['17:20', 20, 'ZIANI', 'Leïla', 'F24', '1re consult.', 'booked'],
  ],
  leroy: [
    ['8:30', 10, 'DESMET', 'Gérard', 'M77', 'Renouvellement', 'done'],
    ['8:40', 20, 'HUBERT', 'Laurence', 'F53', 'Consultation', 'done'],
    ['9:00', 10, 'CHEVALIER', 'Yanis', 'M19', 'Certificat', 'done'],
    ['9:10', 20, 'BOUCHER', 'Monique', 'F79', 'Suivi tension', 'done'],
    ['9:30', 20, 'GARCIA', 'Inès', 'F30', 'Consultation', 'cancelled'],
    ['9:40', 20, 'NOWAK', 'Piotr', 'M46', 'Consultation', 'done'],
    [
      '10:00',
      20,
      'LIM',
      'Sophea',
      'F55',
      'Consultation',
      'to_collect',
      { arrived: '9:54', called: '10:03', seen: '10:19' },
    ],
    [
      '10:20',
      20,
      'CLÉMENT',
      'Rose',
      'F8',
      'Ablation fils',
      'done',
      { arrived: '10:14', called: '10:21', seen: '10:35' },
    ],
    [
      '10:40',
      20,
      'MOREAU',
      'Gilles',
      'M51',
      'Consultation',
      'in_consultation',
      { arrived: '10:33', called: '10:38', note: 'Lombalgie' },
    ],
    ['11:00', 20, 'DA SILVA', 'Teresa', 'F67', 'Renouvellement', 'confirmed'],
    ['11:40', 20, 'MASSON', 'Hugo', 'M22', 'Consultation', 'booked', { note: 'Sans mobile' }],
    ['12:00', 20, 'RENARD', 'Sylvie', 'F48', 'Téléconsult.', 'confirmed'],
    ['13:30', 20, 'BAILLY', 'Francis', 'M70', 'Consultation', 'confirmed'],
    ['13:50', 10, 'PRUVOST', 'Line', 'F26', 'Certificat', 'booked'],
    ['14:00', 20, 'HADJ', 'Malik', 'M40', '1re consult.', 'booked'],
    ['14:40', 20, 'COLIN', 'Brice', 'M35', 'Consultation', 'booked'],
    ['15:00', 20, 'MEUNIER', 'Alice', 'F28', 'Consultation', 'confirmed'],
    ['15:40', 20, 'BARBIER', 'Noël', 'M81', 'Suivi tension', 'booked'],
    ['16:20', 20, 'FERRAND', 'Lola', 'F17', 'Consultation', 'booked'],
  ],
  nguyen: [
    ['8:00', 20, 'LEGRAND', 'Zoé', 'F9m', 'Suivi 9 mois', 'done'],
    ['8:20', 20, 'OKAFOR', 'Daniel', 'M4m', 'Vaccin 4 mois', 'done'],
    ['8:40', 20, 'DUMONT', 'Basile', 'M5', 'Consult. péd.', 'done', { note: 'Otite' }],
    ['9:00', 20, 'SAIDI', 'Yasmine', 'F24m', 'Suivi 2 ans', 'done'],
    ['9:20', 10, 'PERRIN', 'Arthur', 'M11', 'Vaccin enfant', 'done', { seen: '9:36' }],
    [
      '9:30',
      20,
      'MULLER',
      'Chloé',
      'F7',
      'Consult. péd.',
      'to_collect',
      { arrived: '9:24', called: '9:40', seen: '9:58', note: 'Angine, avec sa mère' },
    ],
    [
      '9:50',
      10,
      'DIALLO',
      'Issa',
      'M3',
      'Urgence enfant',
      'in_consultation',
      { urgent: true, arrived: '9:47', called: '10:05' },
    ],
    ['10:00', 20, 'FAURE', 'Léo', 'M4', 'Suivi 4 ans', 'arrived', { arrived: '10:08' }],
    ['10:20', 20, 'HENNION', 'Lina', 'F12m', 'Vaccin 1 an', 'arrived', { arrived: '10:33' }],
    ['10:40', 20, 'VERHAEGHE', 'Noé', 'M18m', 'Suivi 18 mois', 'confirmed'],
    ['11:00', 20, 'GUILLOT', 'Sacha', 'M4', 'Consult. péd.', 'confirmed', { note: 'Eczéma' }],
    ['11:30', 20, 'TANGUY', 'Maël', 'M1m', 'Suivi 1 mois', 'confirmed'],
    ['13:30', 20, 'RICHARD', 'Anna', 'F6', 'Suivi 6 ans', 'booked'],
    ['13:50', 20, 'MENDY', 'Aminata', 'F2m', 'Vaccin 2 mois', 'confirmed'],
    ['14:10', 20, 'ROBIN', 'Tom', 'M8', 'Consult. péd.', 'booked'],
    ['14:30', 20, 'LECOMTE', 'Jade', 'F9', 'Asthme', 'booked'],
    ['15:10', 20, 'BOUVIER', 'Nino', 'M6', 'Consult. péd.', 'booked'],
    ['15:50', 20, 'HAMON', 'Lou', 'F9m', 'Suivi 9 mois', 'booked'],
  ],
  nadir: [
    ['9:00', 30, 'PICARD', 'Émeline', 'F29', 'Grossesse', 'done', { note: '6e mois' }],
    ['9:30', 30, 'HAMDI', 'Rania', 'F26', 'Entretien pré.', 'done'],
    [
      '10:00',
      30,
      'ROY',
      'Amélie',
      'F32',
      'Grossesse',
      'done',
      { note: 'Puis écho à 10 h 30', arrived: '9:56', called: '10:02', seen: '10:30' },
    ],
    [
      '10:30',
      30,
      'LECLERCQ',
      'Julie',
      'F1988-06-14',
      'Pose de DIU',
      'in_consultation',
      { note: 'Salle 3', arrived: '10:25', called: '10:34' },
    ],
    ['11:00', 30, 'THOMAS', 'Clara', 'F33', 'Rééducation', 'confirmed', { note: '3e séance' }],
    ['12:00', 30, 'EL HADDAD', 'Sarah', 'F30', 'Postnatal', 'booked', { note: 'Vient avec le bébé' }],
  ],
  roux: [
    ['8:00', 30, 'GILLET', 'Robert', 'M71', 'Épaule', 'done', { note: '6e séance' }],
    ['8:30', 30, 'MARCHAND', 'Lucie', 'F34', 'Genou', 'done', { note: '2e séance' }],
    ['9:00', 30, 'BLANC', 'Hervé', 'M47', 'Lombalgie', 'done'],
    ['9:30', 30, 'TRAORÉ', 'Fatou', 'F39', 'Bilan initial', 'no_show', { note: '2e absence' }],
    ['10:00', 30, 'JOLY', 'Éric', 'M56', 'Épaule', 'done', { note: '4e séance', seen: '10:31' }],
    ['10:30', 30, 'PEREIRA', 'Ana', 'F43', 'Cheville', 'in_consultation', { arrived: '10:24', called: '10:32' }],
    ['11:00', 30, 'HENRY', 'Colette', 'F84', 'Marche', 'confirmed', { note: '12e séance, vient en ambulance' }],
    ['11:30', 30, 'BRUN', 'Mathis', 'M16', 'Cheville', 'booked', { note: '3e séance' }],
    ['13:00', 30, 'LACROIX', 'Nathan', 'M25', 'Genou', 'confirmed', { note: '5e séance' }],
    ['13:30', 30, 'WILLEMS', 'Greta', 'F67', 'Bilan initial', 'booked'],
    ['14:00', 30, 'AUBERT', 'Jacques', 'M68', 'Lombalgie', 'cancelled'],
    ['14:30', 30, 'CARPENTIER', 'Léa', 'F21', 'Épaule', 'booked', { note: '1re séance' }],
    ['15:00', 30, 'MAHIEU', 'Jean', 'M63', 'Lombalgie', 'confirmed'],
    ['15:30', 30, 'SOW', 'Ibrahim', 'M37', 'Genou', 'booked'],
  ],
  echo: [
    ['9:00', 20, 'LESAGE', 'Marc', 'M54', 'Écho abdom.', 'done'],
    ['9:20', 20, 'GAUTIER', 'Ève', 'F42', 'Écho thyroïde', 'done'],
    ['9:40', 20, 'BODIN', 'Alain', 'M1967-11-09', 'Écho rénale', 'done'],
    ['10:00', 30, 'NASRI', 'Hana', 'F27', 'Écho 1er trim.', 'done', { seen: '10:34' }],
    ['10:30', 20, 'ROY', 'Amélie', 'F32', 'Écho 2e trim.', 'in_consultation', { arrived: '10:31', called: '10:36' }],
    ['10:50', 20, 'SIMON', 'Patrick', 'M60', 'Écho abdom.', 'arrived', { arrived: '10:41' }],
    ['11:10', 20, 'ARNAUD', 'Maud', 'F44', 'Écho pelvienne', 'confirmed'],
    ['11:30', 20, 'CHARLES', 'Denise', 'F75', 'Écho cervicale', 'confirmed'],
    ['12:10', 20, 'VIDAL', 'Emma', 'F28', 'Écho 1er trim.', 'booked'],
    ['14:00', 20, 'KLEIN', 'Martine', 'F65', 'Écho thyroïde', 'booked'],
    ['14:20', 20, 'OLIVIER', 'Jeanne', 'F31', 'Écho 3e trim.', 'confirmed'],
    ['15:00', 20, 'PONS', 'André', 'M78', 'Écho rénale', 'booked'],
  ],
};

/** The demo's day, column by column, in order of time. */
export const todayBoard: Readonly<Record<string, readonly BoardVisit[]>> = Object.fromEntries(
  Object.entries(boards).map(([column, lines]) => [
    column,
    lines.map(([start, minutes, family, firstName, sexAndAge, motif, status, told]) => ({
      start,
      minutes,
      family,
      firstName,
      sex: sexAndAge.startsWith('F') ? 'F' : 'M',
      age: sexAndAge.slice(1),
      motif,
      status,
      note: '',
      urgent: false,
      ...told,
    })),
  ]),
);

/** Minutes late at 10 h 42. */
export const todayLateness: Readonly<Record<string, number>> = { martin: 15, nguyen: 35 };

import type { MotifShape } from './practice-shape.js';

const generalists = ['martin', 'leroy'];

/** The motif of fifteen minutes is one alone, so that « 15 » in the palette means it. */
const general: readonly MotifShape[] = [
  motif('Consultation', 'Consultation', 15, 'consult', generalists, ['G'], 34, {
    notes: ['', '', '', '', 'Fatigue', 'Douleur au genou', 'Lombalgie', 'Toux depuis 8 jours'],
  }),
  motif('1re consultation', '1re consult.', 20, 'premiere', generalists, ['G'], 8, {
    bring: 'Carte Vitale, ordonnances en cours, derniers résultats',
    say: 'Venez dix minutes avant l’heure pour ouvrir le dossier.',
  }),
  motif('Renouvellement', 'Renouvellement', 20, 'renouv', generalists, ['G'], 18, { suits: { fromAge: 35 } }),
  motif('Résultats', 'Résultats', 20, 'consult', generalists, ['G'], 8, { suits: { fromAge: 18 } }),
  motif('Suivi tension', 'Suivi tension', 20, 'suivi', generalists, ['G'], 9, { suits: { fromAge: 45 } }),
  motif('Suivi diabète', 'Suivi diabète', 20, 'suivi', generalists, ['G'], 5, { suits: { fromAge: 40 } }),
  motif('Certificat', 'Certificat', 10, 'certif', generalists, ['G'], 6, {
    bring: 'Carnet de santé ou de vaccination, et le formulaire du club',
  }),
  motif('Vaccin', 'Vaccin', 10, 'vaccin', generalists, ['G'], 5),
  motif('Consultation avec ECG', 'Avec ECG', 20, 'acte', generalists, ['G', 'DEQP003'], 3, {
    suits: { fromAge: 40 },
    say: 'Prévoyez un haut facile à ouvrir.',
  }),
  motif('Ablation de fils', 'Ablation fils', 20, 'acte', generalists, ['G'], 2),
  motif('Visite à domicile', 'Visite', 30, 'suivi', generalists, ['VG', 'MD'], 2, {
    place: 'home',
    suits: { fromAge: 75 },
  }),
  motif('Téléconsultation', 'Téléconsult.', 20, 'tele', generalists, ['TCG'], 4, {
    place: 'video',
    say: 'Installez-vous au calme, là où le réseau est bon.',
    suits: { fromAge: 18 },
  }),
  motif('Urgence', 'Urgence', 10, 'acte', generalists, ['G'], 0),
];

const children: readonly MotifShape[] = [
  motif('Consultation pédiatrique', 'Consult. péd.', 20, 'consult', ['nguyen'], ['CS'], 34, {
    suits: { toAge: 16 },
    notes: ['', '', 'Otite', 'Fièvre', 'Eczéma', 'Toux'],
  }),
  motif('Suivi du 1er mois', 'Suivi 1 mois', 20, 'suivi', ['nguyen'], ['COD'], 0),
  motif('Suivi du 9e mois', 'Suivi 9 mois', 20, 'suivi', ['nguyen'], ['COE'], 6, { suits: { toAge: 1 } }),
  motif('Suivi des 18 mois', 'Suivi 18 mois', 20, 'suivi', ['nguyen'], ['COD'], 6, { suits: { fromAge: 1, toAge: 2 } }),
  motif('Suivi des 2 ans', 'Suivi 2 ans', 20, 'suivi', ['nguyen'], ['COE'], 4, { suits: { fromAge: 2, toAge: 3 } }),
  motif('Suivi des 4 ans', 'Suivi 4 ans', 20, 'suivi', ['nguyen'], ['COD'], 5, { suits: { fromAge: 3, toAge: 5 } }),
  motif('Suivi des 6 ans', 'Suivi 6 ans', 20, 'suivi', ['nguyen'], ['COB'], 6, { suits: { fromAge: 6, toAge: 7 } }),
  motif('Suivi de l’asthme', 'Asthme', 20, 'suivi', ['nguyen'], ['CS'], 5, { suits: { fromAge: 4, toAge: 16 } }),
  motif('Vaccin des 2 mois', 'Vaccin 2 mois', 20, 'vaccin', ['nguyen'], ['CS'], 0),
  motif('Vaccin des 4 mois', 'Vaccin 4 mois', 20, 'vaccin', ['nguyen'], ['CS'], 4, { suits: { toAge: 1 } }),
  motif('Vaccin d’un an', 'Vaccin 1 an', 20, 'vaccin', ['nguyen'], ['CS'], 5, { suits: { fromAge: 1, toAge: 2 } }),
  motif('Vaccin de l’enfant', 'Vaccin enfant', 10, 'vaccin', ['nguyen'], ['CS'], 8, {
    suits: { fromAge: 2, toAge: 16 },
  }),
  motif('Urgence pédiatrique', 'Urgence enfant', 10, 'acte', ['nguyen'], ['CS'], 0),
];

/** No current price is known for midwives, physiotherapists and ultrasounds: these motifs propose no act. */
const others: readonly MotifShape[] = [
  motif('Suivi de grossesse', 'Grossesse', 30, 'suivi', ['nadir'], [], 30, {
    notes: ['4e mois', '5e mois', '6e mois', '7e mois', '8e mois'],
  }),
  motif('Entretien prénatal précoce', 'Entretien pré.', 30, 'premiere', ['nadir'], [], 8),
  motif('Rééducation du périnée', 'Rééducation', 30, 'suivi', ['nadir'], [], 24, {
    notes: ['2e séance', '3e séance', '5e séance', '8e séance'],
  }),
  motif('Visite postnatale', 'Postnatal', 30, 'suivi', ['nadir'], [], 8),
  motif('Pose de DIU', 'Pose de DIU', 30, 'acte', ['nadir'], [], 4),
  motif('Bilan initial', 'Bilan initial', 30, 'premiere', ['roux'], [], 8),
  motif('Épaule', 'Épaule', 30, 'suivi', ['roux'], [], 20, {
    notes: ['3e séance', '5e séance', '7e séance', '10e séance'],
  }),
  motif('Genou', 'Genou', 30, 'suivi', ['roux'], [], 20, {
    notes: ['2e séance', '4e séance', '6e séance', '9e séance'],
  }),
  motif('Lombalgie', 'Lombalgie', 30, 'suivi', ['roux'], [], 16, { notes: ['', '2e séance', '8e séance'] }),
  motif('Cheville', 'Cheville', 30, 'suivi', ['roux'], [], 10, { notes: ['2e séance', '3e séance'] }),
  motif('Marche et équilibre', 'Marche', 30, 'suivi', ['roux'], [], 8, {
    notes: ['6e séance', '11e séance', 'Vient en ambulance'],
    suits: { fromAge: 65 },
  }),
  motif('Écho abdominale', 'Écho abdom.', 20, 'acte', ['echo'], [], 18),
  motif('Écho thyroïde', 'Écho thyroïde', 20, 'acte', ['echo'], [], 14),
  motif('Écho rénale', 'Écho rénale', 20, 'acte', ['echo'], [], 12),
  motif('Écho pelvienne', 'Écho pelvienne', 20, 'acte', ['echo'], [], 12, { suits: { fromAge: 16, sex: 'F' } }),
  motif('Écho cervicale', 'Écho cervicale', 20, 'acte', ['echo'], [], 8),
  motif('Écho du 1er trimestre', 'Écho 1er trim.', 30, 'acte', ['echo'], [], 7, {
    suits: { fromAge: 20, toAge: 43, sex: 'F' },
  }),
  motif('Écho du 2e trimestre', 'Écho 2e trim.', 30, 'acte', ['echo'], [], 7, {
    suits: { fromAge: 20, toAge: 43, sex: 'F' },
  }),
  motif('Écho du 3e trimestre', 'Écho 3e trim.', 30, 'acte', ['echo'], [], 6, {
    suits: { fromAge: 20, toAge: 43, sex: 'F' },
  }),
];

export const tilleulsMotifs: readonly MotifShape[] = [...general, ...children, ...others];

function motif(
  name: string,
  shortName: string,
  minutes: number,
  color: MotifShape['color'],
  columns: readonly string[],
  acts: readonly string[],
  weight: number,
  rest: Partial<Pick<MotifShape, 'place' | 'suits' | 'notes' | 'bring' | 'say'>> = {},
): MotifShape {
  return { name, shortName, minutes, color, columns, acts, weight, place: 'practice', ...rest };
}

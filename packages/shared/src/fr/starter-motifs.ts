import type { MotifForm, professions } from '../practices/practice.contract.js';

type Profession = (typeof professions)[number];

/** A reason to come that a new practice of this profession may begin with. Names are the practice's own: French. */
export interface StarterMotif extends Pick<MotifForm, 'name' | 'shortName' | 'minutes' | 'color' | 'place'> {
  readonly professions: readonly Profession[];
  /** Codes proposed at the till; those without a tariff where the practice stands are left out. */
  readonly usualActs: readonly string[];
  /** Ticked from the start; the others are offered. */
  readonly usual: boolean;
}

type Options = Partial<Pick<StarterMotif, 'place' | 'usualActs' | 'usual'>>;

function starter(
  professions: StarterMotif['professions'],
  [name, shortName, minutes, color]: readonly [string, string, number, StarterMotif['color']],
  { place = 'practice', usualActs = [], usual = true }: Options = {},
): StarterMotif {
  return { professions, name, shortName, minutes, color, place, usualActs, usual };
}

const generalist = ['general_practitioner'] as const;
const child = ['paediatrician'] as const;
const midwife = ['midwife'] as const;
const physiotherapist = ['physiotherapist'] as const;
const radiologist = ['radiologist'] as const;

/** Lengths are those secretaries gave for ordinary practices; each practice changes them in its settings. */
export const starterMotifs: readonly StarterMotif[] = [
  starter(generalist, ['Consultation', 'Consultation', 15, 'consult'], { usualActs: ['G'] }),
  starter(generalist, ['1re consultation', '1re consult.', 30, 'premiere'], { usualActs: ['G'] }),
  starter(generalist, ['Renouvellement', 'Renouvellement', 20, 'renouv'], { usualActs: ['G'] }),
  starter(generalist, ['Résultats', 'Résultats', 10, 'consult'], { usualActs: ['G'] }),
  starter(generalist, ['Certificat', 'Certificat', 10, 'certif'], { usualActs: ['G'] }),
  starter(generalist, ['Vaccin', 'Vaccin', 10, 'vaccin'], { usualActs: ['G'] }),
  starter(generalist, ['Urgence', 'Urgence', 10, 'acte'], { usualActs: ['G'] }),
  starter(generalist, ['Visite à domicile', 'Visite', 30, 'suivi'], { place: 'home', usualActs: ['VG', 'MD'] }),
  starter(generalist, ['Téléconsultation', 'Téléconsult.', 20, 'tele'], {
    place: 'video',
    usualActs: ['TCG'],
    usual: false,
  }),
  starter(generalist, ['Suivi chronique', 'Suivi', 20, 'suivi'], { usualActs: ['G'], usual: false }),
  starter(child, ['Consultation pédiatrique', 'Consult. péd.', 20, 'consult'], { usualActs: ['CS'] }),
  starter(child, ['Suivi du nourrisson', 'Nourrisson', 30, 'suivi'], { usualActs: ['CS'] }),
  starter(child, ['Vaccin de l’enfant', 'Vaccin enfant', 10, 'vaccin'], { usualActs: ['CS'] }),
  starter(child, ['Urgence pédiatrique', 'Urgence enfant', 10, 'acte'], { usualActs: ['CS'] }),
  starter(midwife, ['Suivi de grossesse', 'Grossesse', 30, 'suivi']),
  starter(midwife, ['Entretien prénatal précoce', 'Entretien pré.', 45, 'premiere']),
  starter(midwife, ['Préparation à la naissance', 'Préparation', 60, 'consult']),
  starter(midwife, ['Visite postnatale', 'Postnatal', 30, 'suivi']),
  starter(midwife, ['Visite à la maison', 'À domicile', 45, 'suivi'], { place: 'home' }),
  starter(midwife, ['Rééducation du périnée', 'Rééducation', 30, 'consult']),
  starter(midwife, ['Suivi gynécologique', 'Gynéco', 30, 'consult']),
  starter(midwife, ['Pose de DIU', 'Pose de DIU', 30, 'acte'], { usual: false }),
  starter(physiotherapist, ['Bilan initial', 'Bilan initial', 45, 'premiere']),
  starter(physiotherapist, ['Séance', 'Séance', 30, 'suivi']),
  starter(physiotherapist, ['Kiné respiratoire', 'Respiratoire', 30, 'acte']),
  starter(physiotherapist, ['Séance à domicile', 'À domicile', 45, 'suivi'], { place: 'home' }),
  starter(radiologist, ['Échographie', 'Échographie', 20, 'acte']),
  starter(radiologist, ['Radiographie', 'Radio', 10, 'consult']),
  starter(radiologist, ['Mammographie', 'Mammographie', 20, 'suivi']),
  starter(radiologist, ['Échographie obstétricale', 'Écho obstétr.', 30, 'acte'], { usual: false }),
];

/** Kinds of practice, and who usually works there: what a set-up begins with. */
export const practiceModels = {
  general: generalist,
  health_house: ['general_practitioner', 'midwife', 'physiotherapist'],
  physiotherapy: physiotherapist,
  midwifery: midwife,
  imaging: radiologist,
  mother_and_child: ['paediatrician', 'midwife'],
} as const satisfies Readonly<Record<string, readonly Profession[]>>;
export type PracticeModel = keyof typeof practiceModels;

/** The motifs for these professions, in the table's order. */
export const starterMotifsFor = (held: readonly Profession[]): readonly StarterMotif[] =>
  starterMotifs.filter(({ professions }) => professions.some((profession) => held.includes(profession)));

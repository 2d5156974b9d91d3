import type { ActRow, Profession, TariffZone } from './act-row.js';

/** The convention of 2024 applies from here; the start of acts whose source gives none, and never earlier. */
const convention2024 = '2024-12-22';
const overseasConvention2024 = '2024-12-23';
const julyTariffsOf2025 = '2026-01-01';

const generalists: readonly Profession[] = ['general_practitioner'];
const specialists: readonly Profession[] = ['paediatrician', 'radiologist'];
const childDoctors: readonly Profession[] = ['general_practitioner', 'paediatrician'];
const doctors: readonly Profession[] = [...generalists, ...specialists];

type Facts = Pick<ActRow, 'code' | 'labelFr' | 'labelEn' | 'priceCents' | 'source' | 'mark' | 'professions'> &
  Partial<ActRow>;

function act(facts: Facts): ActRow {
  return {
    nomenclature: 'NGAP',
    kind: 'act',
    short: facts.code,
    zone: 'METRO',
    from: convention2024,
    to: null,
    countsForParticipation: true,
    rateKind: 'doctor',
    ...facts,
  };
}

/** Added to an act: no participation of its own. */
function supplement(facts: Facts): ActRow {
  return act({ ...facts, kind: 'supplement', countsForParticipation: false });
}

const ameliClinical = 'ameli, valorisation de l’activité clinique, 28/11/2024';
const djibe = 'djibe, recommandations-medicales, 01/2025';

export const metropolitanActs: readonly ActRow[] = [
  act({
    code: 'G',
    labelFr: 'Consultation, généraliste',
    labelEn: 'Consultation, general practitioner',
    priceCents: 3000,
    source: `${ameliClinical}; service-public.fr F17042`,
    mark: 'V2',
    professions: generalists,
  }),
  act({
    code: 'VG',
    labelFr: 'Visite à domicile, généraliste',
    labelEn: 'Home visit, general practitioner',
    priceCents: 3000,
    source: `${ameliClinical}; service-public.fr F17042`,
    mark: 'V2',
    professions: generalists,
  }),
  act({
    code: 'C',
    labelFr: 'Consultation, généraliste secteur 2 hors OPTAM',
    labelEn: 'Consultation, sector 2 general practitioner outside OPTAM',
    priceCents: 2300,
    source: `${ameliClinical}; service-public.fr`,
    mark: 'V2',
    professions: generalists,
  }),
  act({
    code: 'V',
    labelFr: 'Visite, généraliste secteur 2 hors OPTAM',
    labelEn: 'Home visit, sector 2 general practitioner outside OPTAM',
    priceCents: 2300,
    source: `${ameliClinical}; service-public.fr`,
    mark: 'V2',
    professions: generalists,
  }),
  act({
    code: 'TCG',
    labelFr: 'Téléconsultation, généraliste',
    labelEn: 'Teleconsultation, general practitioner',
    priceCents: 2500,
    source: 'djibe; dispofi; santiane',
    mark: 'V2',
    professions: generalists,
  }),
  act({
    code: 'VL',
    labelFr: 'Visite longue',
    labelEn: 'Long home visit',
    priceCents: 6000,
    source: djibe,
    mark: 'V1',
    professions: generalists,
  }),
  supplement({
    code: 'MEG',
    labelFr: 'Majoration enfant de moins de 6 ans',
    labelEn: 'Supplement, child under 6',
    priceCents: 500,
    source: 'djibe; santiane',
    mark: 'V2',
    professions: generalists,
  }),
  supplement({
    code: 'MD',
    labelFr: 'Majoration de déplacement',
    labelEn: 'Home visit supplement',
    priceCents: 1000,
    source: 'djibe; SML',
    mark: 'V2',
    professions: generalists,
  }),
  supplement({
    code: 'MU',
    labelFr: 'Majoration d’urgence',
    labelEn: 'Emergency supplement',
    priceCents: 2260,
    source: djibe,
    mark: 'V1',
    professions: generalists,
  }),
  supplement({
    code: 'SNP',
    labelFr: 'Soins non programmés régulés, sous 48 h',
    labelEn: 'Regulated unscheduled care, within 48 h',
    priceCents: 1500,
    source: djibe,
    mark: 'V1',
    professions: generalists,
  }),
  supplement({
    code: 'CRN',
    labelFr: 'Consultation régulée, 20 h-24 h et 6 h-8 h',
    labelEn: 'Regulated consultation, 20:00-24:00 and 6:00-8:00',
    priceCents: 4250,
    source: djibe,
    mark: 'V1',
    professions: generalists,
  }),
  supplement({
    code: 'CRM',
    labelFr: 'Consultation régulée, 0 h-6 h',
    labelEn: 'Regulated consultation, 0:00-6:00',
    priceCents: 5950,
    source: djibe,
    mark: 'V1',
    professions: generalists,
  }),
  supplement({
    code: 'CRD',
    labelFr: 'Consultation régulée, dimanche et jour férié',
    labelEn: 'Regulated consultation, Sunday and public holiday',
    priceCents: 2650,
    source: djibe,
    mark: 'V1',
    professions: generalists,
  }),
  act({
    code: 'COE',
    labelFr: 'Examen de l’enfant avec certificat (8e jour, 9e, 24e mois)',
    labelEn: 'Child exam with certificate (day 8, months 9 and 24)',
    priceCents: 5400,
    to: julyTariffsOf2025,
    source: 'moneyvox; egora; adpassurances',
    mark: 'V2',
    professions: childDoctors,
    rateKind: 'full',
  }),
  act({
    code: 'COE',
    labelFr: 'Examen de l’enfant avec certificat (8e jour, 9e, 24e mois)',
    labelEn: 'Child exam with certificate (day 8, months 9 and 24)',
    priceCents: 6000,
    from: julyTariffsOf2025,
    source: 'moneyvox; egora; adpassurances',
    mark: 'V2',
    professions: childDoctors,
    rateKind: 'full',
  }),
  act({
    code: 'COD',
    labelFr: 'Examen obligatoire de l’enfant, sans certificat',
    labelEn: 'Compulsory child exam, without certificate',
    priceCents: 3500,
    source: djibe,
    mark: 'V1',
    professions: childDoctors,
    rateKind: 'full',
  }),
  act({
    code: 'COB',
    labelFr: 'Examen de l’enfant (6, 8-9, 11-13, 15-16 ans)',
    labelEn: 'Child exam (6, 8-9, 11-13, 15-16 years)',
    priceCents: 3000,
    source: djibe,
    mark: 'V1',
    professions: childDoctors,
    rateKind: 'full',
  }),
  act({
    code: 'CCP',
    labelFr: 'Première consultation de contraception, moins de 26 ans',
    labelEn: 'First contraception consultation, under 26',
    priceCents: 4750,
    source: djibe,
    mark: 'V1',
    professions: generalists,
    rateKind: 'full',
  }),
  act({
    code: 'RDV',
    labelFr: 'Bilan de prévention',
    labelEn: 'Prevention check-up',
    priceCents: 3000,
    source: djibe,
    mark: 'V1',
    professions: generalists,
    rateKind: 'full',
  }),
  act({
    code: 'CS',
    labelFr: 'Consultation, spécialiste',
    labelEn: 'Consultation, specialist',
    priceCents: 2650,
    source: 'FMF; CSMF',
    mark: 'V2',
    professions: specialists,
  }),
  supplement({
    code: 'MCS',
    labelFr: 'Majoration de coordination, spécialiste',
    labelEn: 'Coordination supplement, specialist',
    priceCents: 500,
    source: 'SML; dispofi',
    mark: 'V2',
    professions: specialists,
  }),
  act({
    code: 'APC',
    labelFr: 'Avis ponctuel de consultant',
    labelEn: 'Consultant’s single opinion',
    priceCents: 6000,
    source: 'TF1 info; djibe; FMF',
    mark: 'V2',
    professions: specialists,
  }),
  act({
    code: 'DEQP003',
    nomenclature: 'CCAM',
    labelFr: 'Électrocardiogramme, 12 dérivations',
    labelEn: 'Electrocardiogram, 12 leads',
    short: 'ECG',
    priceCents: 1452,
    from: '2025-01-01',
    source: djibe,
    mark: 'V1',
    professions: doctors,
  }),
];

const departments: readonly TariffZone[] = ['971', '972', '973', '974', '976'];

/** Only what a source gives for the overseas departments: the other codes have no known price there. */
export const overseasActs: readonly ActRow[] = departments.flatMap((zone) => [
  act({
    code: 'G',
    zone,
    labelFr: 'Consultation, généraliste',
    labelEn: 'Consultation, general practitioner',
    priceCents: 3600,
    from: overseasConvention2024,
    source: 'CSMF; RCI; la1ere',
    mark: 'V2',
    professions: generalists,
  }),
  act({
    code: 'CS',
    zone,
    labelFr: 'Consultation, spécialiste',
    labelEn: 'Consultation, specialist',
    priceCents: zone === '976' ? 3380 : 3180,
    from: overseasConvention2024,
    source: 'CSMF, DROM et Corse',
    mark: 'V1',
    professions: specialists,
  }),
]);

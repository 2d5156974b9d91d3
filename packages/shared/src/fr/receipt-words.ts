import type { Profession } from '../billing/act-row.js';
import type { PaymentMethod } from '../billing/billing.contract.js';
import type { ThirdParty } from '../billing/split.js';
import { frenchSpacing, noBreak } from './typography.js';

type Sex = 'F' | 'M' | 'U';

/** Words of the receipt handed to a patient: a French paper, whatever the language of the screen that prints it. */
export const receiptWords = {
  title: (number: string) => `Reçu ${number}`,
  invoiceOf: (issued: string, visited: string | null) =>
    visited ? `Facture du ${issued}, pour la visite du ${visited}` : `Facture du ${issued}`,
  received: 'reçus du patient',
  nothingDue: 'rien à régler ici',
  paidBy: (method: PaymentMethod, on: string, at: string) => `${paidByWords[method]}, le ${on} à ${at}`,
  givenAndBack: (given: string, back: string) => `${given} donnés, ${back} rendus`,
  code: 'Code',
  act: 'Acte',
  quantity: 'Qté',
  amount: 'Montant',
  amo: 'Assurance maladie',
  amc: 'Mutuelle',
  patient: 'Patient',
  total: 'Total',
  whoPays: 'Qui paie',
  amoThirdParty: 'Assurance maladie, tiers payant',
  amcThirdParty: (name: string) => (name ? `Mutuelle (${name}), tiers payant` : 'Mutuelle, tiers payant'),
  paidHere: (name: string) => `Réglé ici par ${name}`,
  outstanding: 'Reste dû',
  afterwards: 'Ensuite',
  next: `Prochain rendez-vous${noBreak}: `,
  nextWith: (practitioner: string) => `, ${practitioner}. Apportez votre carte Vitale.`,
  madeAt: (city: string, on: string) => `Fait à ${city}, le ${on}.`,
  handedBy: (name: string) => `Reçu remis par ${name}.`,
  stamp: 'Cachet et signature',
  legal: frenchSpacing(
    "Ce reçu n'est pas une feuille de soins. TVA non applicable, article 261-4-1° du CGI. Une facture ne se modifie pas : une erreur se corrige par un avoir.",
  ),
  printedBy: (name: string, on: string, at: string) => `Imprimé par ${name}, ${on} à ${at}`,
  page: (page: number, of: number) => `page ${page}/${of}`,
  file: (number: string) => `dossier ${number}`,
  at: (day: string, time: string) => `${day} à ${time}`,
  born: (sex: Sex, day: string) => `${bornWords[sex]} le ${day}`,
} as const;

const paidByWords: Readonly<Record<PaymentMethod, string>> = {
  card: 'par carte',
  cash: 'en espèces',
  cheque: 'par chèque',
  transfer: 'par virement',
};
const bornWords: Readonly<Record<Sex, string>> = { F: 'née', M: 'né', U: 'né(e)' };
const civilities: Readonly<Record<Sex, string>> = { F: 'Mme', M: 'M.', U: '' };

/** 'Mme', 'M.', or nothing when the sex is unknown. */
export function civilityOf(sex: Sex): string {
  return civilities[sex];
}

export const professionWords: Readonly<Record<Profession, string>> = {
  general_practitioner: 'Médecine générale',
  paediatrician: 'Pédiatrie',
  midwife: 'Sage-femme',
  physiotherapist: 'Masso-kinésithérapie',
  radiologist: 'Radiologie',
};

/**
 * What becomes of the shares that were not paid at the desk, and what is left for the patient to do.
 * `paidBack` is the amount the caisse pays back, written; null when there is none to announce.
 */
export function afterwardsOf(thirdParty: ThirdParty, complementaryName: string, paidBack: string | null): string {
  const complementary = complementaryName ? `votre mutuelle (${complementaryName})` : 'votre mutuelle';
  const send = `Envoyez ce reçu à ${complementary} si elle le demande.`;
  const askedByPractice = 'La part de l’assurance maladie lui est demandée par le cabinet.';
  if (thirdParty === 'full') {
    return complementaryName
      ? `Leurs parts sont demandées par le cabinet à l’assurance maladie et à ${complementary}.`
      : askedByPractice;
  }
  if (thirdParty === 'amo') return `${send} ${askedByPractice}`;
  const back = `L’assurance maladie vous rembourse ${paidBack} (estimation) une fois la feuille de soins reçue.`;
  return paidBack ? `${back} ${send}` : send;
}

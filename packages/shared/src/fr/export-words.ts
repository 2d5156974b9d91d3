import type { PaymentMethod } from '../billing/billing.contract.js';
import type { ThirdParty } from '../billing/split.js';

/** Heads of the files an accountant opens; French whatever the language of the screen, as the books are. */
export const invoiceHeads = [
  'Numéro',
  'Date',
  'Date de la visite',
  'Praticien',
  'SIREN',
  'Patient',
  'Actes',
  'Tiers payant',
  'Total',
  'Part assurance maladie',
  'Part complémentaire',
  'Part patient',
  'Réglé',
  'Reste dû',
] as const;

export const paymentHeads = [
  'Date',
  'Facture',
  'Praticien',
  'SIREN',
  'Patient',
  'Moyen',
  'Montant',
  'Numéro de chèque',
  'Banque',
] as const;

export const thirdPartyWords: Readonly<Record<ThirdParty, string>> = {
  none: 'aucun',
  amo: 'assurance maladie',
  full: 'intégral',
};

export const methodWords: Readonly<Record<PaymentMethod, string>> = {
  card: 'carte',
  cash: 'espèces',
  cheque: 'chèque',
  transfer: 'virement',
};

/** 'P000045': a patient in the books, where no name may stand. Source: L13-0 A LPF. */
export function patientCode(number: number): string {
  return `P${String(number).padStart(6, '0')}`;
}

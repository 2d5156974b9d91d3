import { expect, test } from '@jest/globals';
import { PdfPrinter } from '../../platform/pdf/pdf-printer.js';
import type { ReceiptFacts } from './receipt.repository.js';
import { receiptDocument } from './receipt-document.js';
import { receiptTexts } from './receipt-texts.js';

const printing = { now: new Date('2026-03-02T10:44:00+01:00'), byName: 'Léa BERNARD' };

const facts: ReceiptFacts = {
  practice: {
    name: 'Maison de santé des Tilleuls',
    street: '14 allée des Tilleuls',
    postalCode: '59000',
    city: 'Lille',
    phone: '+33353010014',
    zone: 'Europe/Paris',
  },
  practitioner: {
    title: 'dr',
    firstName: 'Hélène',
    lastName: 'MARTIN',
    profession: 'general_practitioner',
    rpps: '10999990001',
    siren: '999000003',
  },
  patient: {
    id: '0190a000-0000-7000-8000-000000000001',
    number: 2208,
    sex: 'M',
    usedName: 'PETIT',
    firstName: 'Jean',
    birthDate: '1953-05-18',
    street: '5 rue du Marché',
    postalCode: '59000',
    city: 'Lille',
    complementaryName: 'Harmonie',
  },
  invoice: {
    id: '0190a000-0000-7000-8000-000000000002',
    year: 2026,
    sequence: 733,
    issuedOn: '2026-03-02',
    issuedByName: 'Léa BERNARD',
    visitOn: '2026-03-02',
    thirdParty: 'amo',
    totalCents: 4426,
    amoCents: 3098,
    amcCents: 0,
    patientCents: 1328,
    paidBackCents: 0,
  },
  lines: [
    {
      code: 'G',
      label: 'Consultation, généraliste',
      quantity: 1,
      unitCents: 3000,
      totalCents: 3000,
      amoCents: 2100,
      amcCents: 900,
    },
    {
      code: 'DEQP003',
      label: 'Électrocardiogramme, 12 dérivations',
      quantity: 1,
      unitCents: 1426,
      totalCents: 1426,
      amoCents: 998,
      amcCents: 428,
    },
  ],
  payments: [{ method: 'cash', cents: 1328, givenCents: 2000, receivedAt: '2026-03-02T10:44:00+01:00' }],
  next: { day: '2026-06-01', startMin: 540, practitionerName: 'Dr MARTIN' },
};

/** Typographic spaces as plain ones, to compare sentences. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replace(/[\u00A0\u202F]/g, ' '));

test('the receipt says who, what, who pays what and how it was paid', () => {
  expect(plain(receiptTexts(facts, printing))).toMatchObject({
    practitioner: { name: 'Dr Hélène MARTIN', lines: expect.arrayContaining(['RPPS 10 99999 0001', '03 53 01 00 14']) },
    patient: { name: 'M. Jean PETIT', identity: ['né le 18 mai 1953', 'dossier 2 208'] },
    number: 'Reçu F2026-000733',
    subtitle: 'Facture du lundi 2 mars 2026',
    received: { amount: '13,28 €', label: 'reçus du patient' },
    payments: ['en espèces, le 2 mars 2026 à 10 h 44', '20,00 € donnés, 6,72 € rendus'],
    table: {
      heads: ['Code', 'Acte', 'Qté', 'Montant', 'Assurance maladie', 'Patient'],
      rows: [
        ['G', 'Consultation, généraliste', '1', '30,00 €', '21,00 €', '9,00 €'],
        ['DEQP003', 'Électrocardiogramme, 12 dérivations', '1', '14,26 €', '9,98 €', '4,28 €'],
      ],
      totals: ['44,26 €', '30,98 €', '13,28 €'],
    },
    whoPays: [
      ['Assurance maladie, tiers payant', '30,98 €'],
      ['Réglé ici par M. PETIT', '13,28 €'],
      ['Reste dû', '0,00 €'],
    ],
    next: { when: 'lundi 1er juin 2026 à 9 h' },
    printed: 'Imprimé par Léa BERNARD, lundi 2 mars 2026 à 10 h 44',
  });
});

test('columns of payers appear when they pay the practice, and always add up', () => {
  const whole = { ...facts.invoice, amcCents: 1328, patientCents: 0, thirdParty: 'full' as const };
  const full = receiptTexts({ ...facts, invoice: whole, payments: [] }, printing);
  expect(plain(full.table)).toMatchObject({
    heads: ['Code', 'Acte', 'Qté', 'Montant', 'Assurance maladie', 'Mutuelle', 'Patient'],
    totals: ['44,26 €', '30,98 €', '13,28 €', '0,00 €'],
  });
  expect(plain(full.received)).toEqual({ amount: '0,00 €', label: 'rien à régler ici' });
  const alone = { ...facts.invoice, thirdParty: 'none' as const, amoCents: 0, patientCents: 4426, paidBackCents: 2698 };
  const none = receiptTexts({ ...facts, invoice: alone }, printing);
  expect(none.table.heads).toEqual(['Code', 'Acte', 'Qté', 'Montant', 'Patient']);
  expect(plain(none.afterwards)).toContain('vous rembourse 26,98 € (estimation)');
  expect(plain(none.whoPays).at(-1)).toEqual(['Reste dû', '30,98 €']);
});

test('several payments each say their amount; several times an act says its price', () => {
  const payments = [
    { method: 'card' as const, cents: 1000, givenCents: null, receivedAt: '2026-03-02T10:44:00+01:00' },
    { method: 'cheque' as const, cents: 328, givenCents: null, receivedAt: '2026-03-02T10:44:00+01:00' },
  ];
  const lines = [
    { code: 'CS', label: 'Consultation', quantity: 2, unitCents: 2650, totalCents: 5300, amoCents: 3710, amcCents: 0 },
  ];
  const texts = receiptTexts({ ...facts, payments, lines }, printing);
  expect(plain(texts.payments)[1]).toBe('3,28 € par chèque, le 2 mars 2026 à 10 h 44');
  expect(plain(texts.table.rows)[0][2]).toBe('2 × 26,50 €');
});

test('it is one sheet of PDF with its own typeface, and asks nothing of the network or the disk', async () => {
  const pdf = await new PdfPrinter().print(receiptDocument(receiptTexts(facts, printing)));
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(text).toMatch(/\/FontFile2/);
  expect(text).toContain('Inter');
});

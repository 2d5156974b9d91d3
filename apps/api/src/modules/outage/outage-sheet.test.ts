import { expect, test } from '@jest/globals';
import { pdfPages } from '../../../test/pdf-text.js';
import { PdfPrinter } from '../../platform/pdf/pdf-printer.js';
import type { OutageFacts, OutageVisit } from './outage.repository.js';
import { outageDocument } from './outage-document.js';
import { linesASheet, outageTexts } from './outage-texts.js';

const now = new Date('2026-03-02T10:00:00+01:00');
const visit: OutageVisit = {
  ...{
    day: '2026-03-02',
    startMin: 615,
    usedName: 'MARTIN',
    birthName: 'PETIT',
    firstName: 'Chloé',
    motif: 'Contrôle',
  },
  ...{ birthDate: '1953-05-18', phone: '+33639981234', urgent: false, note: 'ZZCANARI' },
};
const facts: OutageFacts = {
  practiceName: 'Maison de santé des Tilleuls',
  practicePhone: '+33353010014',
  zone: 'Europe/Paris',
  columns: [
    {
      name: 'Dr MARTIN',
      visits: [
        visit,
        { ...visit, startMin: 630, urgent: true, note: 'Essoufflement\ndepuis ce matin' },
        { ...visit, day: '2026-03-03', phone: null, firstName: 'Élodie' },
      ],
    },
    {
      name: 'Dr LEROY',
      visits: Array.from({ length: 35 }, (_, at) => ({ ...visit, startMin: 480 + at * 10, usedName: `NOM${at + 1}` })),
    },
  ],
};
const print = (of: OutageFacts) => new PdfPrinter().print(outageDocument(outageTexts(of, now)));

test('a sheet a practitioner and day, thirty lines, each with what it takes to call', async () => {
  const pages = pdfPages(await print(facts));
  expect(pages).toHaveLength(4);
  const [monday = [], tuesday = [], full = [], rest = []] = pages;
  expect([...monday.slice(0, 4)].sort()).toEqual([
    '2 rendez-vous',
    'Dr MARTIN, lundi 2 mars 2026',
    'Imprimée le lundi 2 mars 2026 à 10 h',
    'Maison de santé des Tilleuls · 03 53 01 00 14',
  ]);
  expect(monday.slice(4, 6)).toEqual([
    'Heure Patient Naissance Téléphone Motif Urgence',
    '10 h 15 MARTIN Chloé 18/05/1953 06 39 98 12 34 Contrôle',
  ]);
  expect(monday[6]).toBe('10 h 30 MARTIN Chloé 18/05/1953 06 39 98 12 34 Contrôle URGENT · Essoufflement');
  expect(monday.at(-1)).toBe(
    'Données de santé : à garder sous clé, à détruire dès que l’agenda répond à nouveau. page 1/4',
  );
  expect(monday.join(' ')).toContain('Essoufflement');
  expect(tuesday[5]).toBe('10 h 15 MARTIN Élodie 18/05/1953 sans téléphone Contrôle');
  const lines = (page: string[]) => page.filter((line) => line.includes('06 39 98 12 34')).length;
  expect([lines(full), lines(rest)]).toEqual([linesASheet, 5]);
  expect(full).toContain('35 rendez-vous, feuille 1/2');
  expect(rest).toContain('35 rendez-vous, feuille 2/2');
  for (const page of pages) expect(page.join(' ')).not.toContain('ZZCANARI');
});

test('thirty names too long for one row stay on one sheet of paper', async () => {
  const long = {
    ...visit,
    usedName: 'DE LA ROCHEFOUCAULD-MONTBAZON',
    firstName: 'Marie-Antoinette',
    urgent: true,
  };
  const visits = Array.from({ length: linesASheet }, (_, at) => ({
    ...{ ...long, startMin: 480 + at * 15, motif: 'Consultation longue de suivi de maladie chronique' },
    note: 'douleur dans la poitrine depuis ce matin, essoufflé, a appelé deux fois',
  }));
  expect(pdfPages(await print({ ...facts, columns: [{ name: 'Dr MARTIN', visits }] }))).toHaveLength(1);
});

test('an empty agenda is said, not left white', async () => {
  const [page = []] = pdfPages(await print({ ...facts, columns: [] }));
  expect(page[0]).toBe('Feuille de secours');
  expect(page).toContain('Aucun rendez-vous dans les 48 heures qui viennent.');
});

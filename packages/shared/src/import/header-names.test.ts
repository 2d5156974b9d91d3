import { expect, test } from '@jest/globals';
import { fieldOfHeader, headerSignature } from './header-names.js';

test.each([
  ['NOM_USUEL', 'usedName'],
  ['Nom d’usage', 'usedName'],
  ['NOM', 'usedName'],
  ['NOM_NAISSANCE', 'birthName'],
  ['Nom de famille', 'birthName'],
  ['NomJF', 'birthName'],
  ['nom de jeune fille', 'birthName'],
  ['Prénom', 'firstName'],
  ['PRENOM_PATIENT', 'firstName'],
  ['Prénoms', 'firstNames'],
  ['DATE_NAIS', 'birthDate'],
  ['DDN', 'birthDate'],
  ['Né(e) le', 'birthDate'],
  ['DateNaissance', 'birthDate'],
  ['Date de naissance (JJ/MM/AAAA)', 'birthDate'],
  ['Patient - Date de naissance', 'birthDate'],
  ['Sexe', 'sex'],
  ['Civilité', 'title'],
  ['Lieu de naissance', 'birthPlace'],
  ['INSEE naissance', 'birthPlaceCode'],
  ['TEL1', 'mobile'],
  ['Tél. portable', 'mobile'],
  ['Téléphone', 'phone'],
  ['Tél domicile', 'phone'],
  ['Tel. pro', 'otherPhone'],
  ['E-mail', 'email'],
  ['Adresse électronique', 'email'],
  ['ADR1', 'street'],
  ["Complément d'adresse", 'street2'],
  ['CP', 'postalCode'],
  ['Ville', 'city'],
  ['MT', 'referringDoctor'],
  ['Médecin traitant', 'referringDoctor'],
  ['Mutuelle', 'complementaryName'],
  ['N° SS', 'nir'],
  ['N° Sécu', 'nir'],
  ['NIR', 'nir'],
  ['Numéro de sécurité sociale', 'nir'],
  ['ALD', 'longTermIllness'],
  ['Remarques', 'teamNote'],
])('%p is %s', (header, field) => {
  expect(fieldOfHeader(header)).toEqual({ field, confidence: 'sure' });
});

test.each([
  ['Date de naissance officielle', 'birthDate'],
  ['Votre adresse mail principale', 'email'],
])('%p is likely %s', (header, field) => {
  expect(fieldOfHeader(header)).toEqual({ field, confidence: 'likely' });
});

test.each([
  'CODE_INT',
  'Date de création',
  'Date de décès',
  'Téléphone du conjoint',
  'ID patient',
  'Adresse employeur',
  '',
  'x',
])('%p is nothing of the patient’s', (header) => {
  expect(fieldOfHeader(header)).toBeNull();
});

test('the same columns in another order or in other capitals are the same file', () => {
  expect(headerSignature(['NOM', 'Prénom'])).toBe(headerSignature(['prenom', 'Nom']));
  expect(headerSignature(['NOM', 'Prénom'])).not.toBe(headerSignature(['NOM', 'Prénom', 'DDN']));
});

import { expect, test } from '@jest/globals';
import * as rules from './cell-rules.js';

test.each([
  ['M', 'M'],
  ['m', 'M'],
  ['1', 'M'],
  ['H', 'M'],
  ['Homme', 'M'],
  ['Masculin', 'M'],
  ['M.', 'M'],
  ['Monsieur', 'M'],
  ['F', 'F'],
  ['2', 'F'],
  ['Femme', 'F'],
  ['Féminin', 'F'],
  ['Mme', 'F'],
  ['Mlle', 'F'],
  ['', null],
  ['?', null],
  ['3', null],
  ['Enfant', null],
])('a sex column that says %p: %p', (written, sex) => {
  expect(rules.readSex(written)).toBe(sex);
});

test.each([
  ['Mme', 'F'],
  ['Mme.', 'F'],
  ['MADEMOISELLE', 'F'],
  ['M.', 'M'],
  ['Mr', 'M'],
  ['Enfant', null],
  ['Dr', null],
  ['1', null],
])('a title %p: %p', (written, sex) => {
  expect(rules.readTitle(written)).toBe(sex);
});

test.each([
  ['2 49 11 99 999 999 20', { sex: 'F', year: '49', month: '11', valid: true }],
  ['2491199999999', { sex: 'F', year: '49', month: '11', valid: true }],
  ['249119999999900', { sex: 'F', year: '49', month: '11', valid: false }],
])('the number %p', (written, told) => {
  expect(rules.readNir(written)).toEqual(told);
});

test.each(['1234', 'abc', '', '9491199999999'])('%p is no social security number', (written) => {
  expect(rules.readNir(written)).toBeNull();
});

test.each([
  ['J.Lemaire@Exemple.FR ', 'j.lemaire@exemple.fr'],
  ['mailto:a@b.fr', 'a@b.fr'],
  ['a@b.fr;', 'a@b.fr'],
  ['paul(at)exemple', null],
  ['a@b', null],
  ['aucun', null],
])('the address %p: %p', (written, email) => {
  expect(rules.readEmail(written)).toBe(email);
});

test.each([
  ['59000', '59000'],
  ['1000', '01000'],
  ['F-59000', '59000'],
  ['59 000', '59000'],
  ['59000.0', '59000'],
  ['590', null],
  ['00000', null],
  ['B-7000', null],
])('the postal code %p: %p', (written, code) => {
  expect(rules.readPostalCode(written)).toBe(code);
});

test.each([
  ['59350', '59350'],
  ['2A004', '2A004'],
  ['2a004', '2A004'],
  ['1053', '01053'],
  ['LILLE', null],
])('the commune code %p: %p', (written, code) => {
  expect(rules.readCommuneCode(written)).toBe(code);
});

test.each([
  ['JEAN-PIERRE', 'Jean-Pierre'],
  ['jean pierre', 'Jean Pierre'],
  ['ÈVE', 'Ève'],
  ['ŒDIPE', 'Œdipe'],
  ['D’ARTAGNAN', 'D’Artagnan'],
  ['Jean-marie', 'Jean-marie'],
  ['  Anne   Marie ', 'Anne Marie'],
  ['محمد', 'محمد'],
])('the first name %p is written %p', (written, name) => {
  expect(rules.firstName(written)).toBe(name);
});

test('a family name is in capitals, with one space and no control', () => {
  expect(rules.familyName(" de\u00A0La\tTour d'Œuvre\u202E\uFEFF ")).toBe("DE LA TOUR D'ŒUVRE");
});

test.each([
  ['DUPONT née MARTIN', { used: 'DUPONT', birth: 'MARTIN' }],
  ['DUPONT (née MARTIN)', { used: 'DUPONT', birth: 'MARTIN' }],
  ['DUPONT NEE MARTIN', { used: 'DUPONT', birth: 'MARTIN' }],
  ['MARTIN épouse DUPONT', { used: 'DUPONT', birth: 'MARTIN' }],
  ['MARTIN ép. DUPONT', { used: 'DUPONT', birth: 'MARTIN' }],
  ['DUPONT', null],
  ['NÉE', null],
  ['DE NÉE', null],
])('%p holds %p', (written, names) => {
  expect(rules.twoNames(written)).toEqual(names);
});

test.each([
  ['O', true],
  ['oui', true],
  ['1', true],
  ['X', true],
  ['N', false],
  ['', false],
  ['non', false],
])('%p is yes: %p', (written, yes) => {
  expect(rules.readYes(written)).toBe(yes);
});

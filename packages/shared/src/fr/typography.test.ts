import { describe, expect, test } from '@jest/globals';
import { formatsFor } from '../formats/formats.js';
import { compareNames } from './collation.js';
import { frenchSpacing } from './typography.js';

const fr = formatsFor('fr');

describe('the rules of French print, one by one', () => {
  test.each([
    ['thin space before ?', 'Valider le paiement ?', 'Valider le paiement\u202F?'],
    ['thin space added before !', 'Attention!', 'Attention\u202F!'],
    ['thin space before ;', 'dup ma ; 15', 'dup ma\u202F; 15'],
    ['a group of signs keeps together', 'Vraiment ?!', 'Vraiment\u202F?!'],
    ['no-break space before :', 'Motif : renouvellement', 'Motif\u00A0: renouvellement'],
    ['no-break space added before :', 'Motif: renouvellement', 'Motif\u00A0: renouvellement'],
    ['no-break spaces inside « »', '«RDV»', '«\u00A0RDV\u00A0»'],
    ['no-break space before %', '12 % et 7,5%', '12\u00A0% et 7,5\u00A0%'],
    ['no-break space before €', '30,00 €', '30,00\u00A0€'],
    ['a placeholder before €', '{{amount}} €', '{{amount}}\u00A0€'],
    ['typographic apostrophe', "Aujourd'hui", 'Aujourd’hui'],
    ['question inside quotes', '« Où ? »', '«\u00A0Où\u202F?\u00A0»'],
    ['a time in an input is left alone', '10:15', '10:15'],
    ['an address is left alone', 'https://a.fr/x?page=2;b', 'https://a.fr/x?page=2;b'],
    ['a question mark in brackets', 'Lille (?)', 'Lille (?)'],
    ['line ends are kept', 'Oui !\nNon :', 'Oui\u202F!\nNon\u00A0:'],
  ])('%s', (_rule, typed, printed) => {
    expect(frenchSpacing(typed)).toBe(printed);
    expect(frenchSpacing(printed)).toBe(printed);
  });

  test.each([
    ['numbers', fr.integer(1240), '1\u202F240'],
    ['millions', fr.integer(-1234567), '\u22121\u202F234\u202F567'],
    ['amounts', fr.euros(124050), '1\u202F240,50\u00A0€'],
    ['amounts always have two decimals', fr.euros(3000), '30,00\u00A0€'],
    ['a negative amount', fr.euros(-5), '\u22120,05\u00A0€'],
    ['percent', fr.percent(12), '12\u00A0%'],
    ['percent with a decimal', fr.percent(7.5), '7,5\u00A0%'],
    ['long date', fr.dateLong('2026-03-03'), 'mardi 3 mars 2026'],
    ['long date of a first', fr.dateLong('2026-03-01'), 'dimanche 1er mars 2026'],
    ['short date', fr.dateShort('2026-03-03'), '03/03/2026'],
    ['date of the grid', fr.dateGrid('2026-03-03'), 'mar. 3 mars'],
    ['time', fr.timeOfMinutes(615), '10\u00A0h\u00A015'],
    ['time before ten past', fr.timeOfMinutes(545), '9\u00A0h\u00A005'],
    ['whole hour', fr.timeOfMinutes(840), '14\u00A0h'],
    ['range', fr.timeRange(480, 720), '8\u00A0h–12\u00A0h'],
    ['phone', fr.phone('+33612345647'), '06\u202F12\u202F34\u202F56\u202F47'],
    ['NIR', fr.nir('262035935012345'), '2\u202F62\u202F03\u202F59\u202F350\u202F123\u202F45'],
    ['masked NIR', fr.nirMasked('262035935012345'), '2\u202F62\u202F03\u202F••\u202F•••\u202F•••\u202F••'],
    ['capitals keep accents', fr.nameFull({ usedName: 'élie', firstName: 'Çelik' }), 'ÉLIE Çelik'],
    ['apostrophe of a name', fr.nameFull({ usedName: "O'Brien", firstName: 'Ann' }), 'O’BRIEN Ann'],
  ])('%s', (_rule, shown, expected) => {
    expect(shown).toBe(expected);
  });

  test('names sort without accents, spaces or apostrophes', () => {
    const names = ['Zola', 'Legrand', 'Le Guen', 'Élie', 'd’Almeida', 'Leguay', 'Durand'];
    expect(names.sort(compareNames)).toEqual(['d’Almeida', 'Durand', 'Élie', 'Legrand', 'Leguay', 'Le Guen', 'Zola']);
  });

  test('« lundi 3 mars 2026 » cannot be written: the day name follows from the date', () => {
    expect(fr.dateLong('2026-03-03')).not.toContain('lundi');
    expect(fr.dateLong('2026-03-02')).toBe('lundi 2 mars 2026');
  });
});

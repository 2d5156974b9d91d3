import { describe, expect, test } from '@jest/globals';
import { frenchPhonetic } from './french-phonetic.js';
import { type TwinTraits, twinScore } from './twins.js';

const marie: TwinTraits = {
  birthName: 'DURAND',
  usedName: 'DUPONT',
  firstName: 'Marie',
  sex: 'F',
  birthDate: '1962-03-12',
  birthPlaceCode: '59350',
  phone: '+33639984712',
  email: 'marie@exemple.fr',
};
const unlike: Partial<TwinTraits> = { phone: null, email: null };
const ins = (oid: string) => ({ ins: { matricule: '279035121518989', oid: `1.2.250.1.213.1.4.${oid}` } });

describe('twinScore', () => {
  test.each<[string, Partial<TwinTraits>, string | null, string[]]>([
    ['the same strict traits', {}, 'block', ['same_strict_traits']],
    ['accents and case apart', { birthName: 'Dùrand', firstName: 'MARIE' }, 'block', ['same_strict_traits']],
    ['birthplace not yet known', { birthPlaceCode: null }, 'block', ['same_strict_traits']],
    ['another birthplace', { birthPlaceCode: '75056' }, 'strong', ['same_birth_date_near_name']],
    ['sex not known', { sex: 'U' }, 'strong', ['same_birth_date_near_name']],
    ['one letter in the birth name', { birthName: 'DURANT' }, 'strong', ['same_birth_date_near_name']],
    ['two letters exchanged', { birthName: 'DUARND', usedName: '' }, 'strong', ['same_birth_date_near_name']],
    ['the sound of the name', { birthName: 'DURRANTS', usedName: '' }, 'strong', ['same_birth_date_sounding_name']],
    ['first name within the list', { firstName: 'Marie-Louise' }, 'strong', ['same_birth_date_near_name']],
    ['day and month swapped', { birthDate: '1962-12-03' }, 'strong', ['swapped_day_and_month']],
    [
      'the used name given as birth name',
      { birthName: 'DUPONT', usedName: 'DUPONT' },
      'strong',
      ['same_birth_date_near_name', 'birth_name_is_used_name'],
    ],
    [
      'the birth name is now another’s used name',
      { birthName: 'MARTIN', usedName: 'DURAND' },
      'strong',
      ['birth_name_is_used_name'],
    ],
    [
      'name and first name swapped',
      { birthName: 'MARIE', usedName: '', firstName: 'Durand' },
      'strong',
      ['swapped_names'],
    ],
    ['a twin sister', { firstName: 'Claire' }, 'weak', ['possible_twin_sibling']],
    ['a twin with a near first name', { firstName: 'Maria' }, 'weak', ['possible_twin_sibling', 'first_name_near']],
    ['a twin on the same phone', { firstName: 'Claire', sex: 'M' }, 'weak', ['possible_twin_sibling']],
    [
      'same phone',
      { birthName: 'PETIT', usedName: '', birthDate: '1980-01-01', email: null },
      'weak',
      ['same_phone_and_first_name'],
    ],
    [
      'same e-mail',
      { birthName: 'PETIT', usedName: '', birthDate: null, phone: null },
      'weak',
      ['same_email_and_first_name'],
    ],
    ['same name and year', { birthDate: '1962-07-01', ...unlike }, 'weak', ['same_name_and_year']],
    ['same name, another year', { birthDate: '1990-07-01', ...unlike }, null, []],
    ['another person born that day', { birthName: 'PETIT', usedName: '', firstName: 'Anne' }, null, []],
    ['her daughter at the same number', { firstName: 'Léa', birthDate: '1990-07-01' }, null, []],
    ['nothing typed yet', { birthName: '', usedName: '', firstName: '' }, null, []],
  ])('%s', (_case, change, level, reasons) => {
    const other = { ...marie, ...change };
    expect(twinScore(other, marie)).toEqual({ level, reasons });
    expect(twinScore(marie, other)).toEqual({ level, reasons });
  });

  test('the same matricule blocks, within one family of identifiers only', () => {
    const stranger: TwinTraits = {
      ...marie,
      birthName: 'PETIT',
      usedName: '',
      firstName: 'Anne',
      birthDate: '1979-03-28',
    };
    expect(twinScore({ ...stranger, ...ins('8') }, { ...marie, ...ins('8') }).level).toBe('block');
    expect(twinScore({ ...stranger, ...ins('8') }, { ...marie, ...ins('9') }).level).toBe('block');
    expect(twinScore({ ...stranger, ...ins('10') }, { ...marie, ...ins('8') }).level).toBeNull();
  });

  test('compound names are compared as one', () => {
    const anne = { ...marie, birthName: 'LE GUEN', usedName: '', firstName: 'Anne Marie', birthPlaceCode: null };
    expect(twinScore({ ...anne, birthName: 'LEGUEN', firstName: 'Anne-Marie' }, anne).level).toBe('strong');
  });
});

describe('frenchPhonetic', () => {
  test.each([
    ['Dupont', 'Dupond', true],
    ['Mayer', 'Meyer', true],
    ['Philippe', 'Filipe', true],
    ['Thibault', 'Tibo', false],
    ['Moreau', 'Morot', true],
    ['Schmitt', 'Chmit', true],
    ['Quentin', 'Kentin', true],
    ['Lambert', 'Lamber', true],
    ['Haddad', 'Adad', true],
    ['Martin', 'Martaing', false],
    ['Martin', 'Martain', true],
    ['Petit', 'Petie', true],
    ['Renault', 'Renard', false],
    ['Durand', 'Durant', true],
    ['Roux', 'Rouxel', false],
  ])('%s / %s', (a, b, alike) => {
    expect(frenchPhonetic(a) === frenchPhonetic(b)).toBe(alike);
  });
});

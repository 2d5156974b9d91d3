import { describe, expect, test } from '@jest/globals';
import { draftFromText, emptyDraft, type QuickDraft, quickFaults } from './quick-draft';

const today = '2026-03-02';

describe('what was searched fills the form', () => {
  test.each<[string, Partial<QuickDraft>]>([
    ['dup ma', { birthName: 'DUP', firstName: 'Ma' }],
    ['durand marie 120362', { birthName: 'DURAND', firstName: 'Marie', birthDate: '120362' }],
    ['le guen anne-lise', { birthName: 'LE GUEN', firstName: 'Anne-Lise' }],
    ['durand 12/03/1962', { birthName: 'DURAND', birthDate: '12/03/1962' }],
    ['durand 06 39 98 12 34', { birthName: 'DURAND', phone: '06 39 98 12 34' }],
    ['durand née marie', { birthName: 'DURAND', firstName: 'Marie' }],
    ['', {}],
  ])('« %s »', (text, expected) => {
    expect(draftFromText(text, today, 'FR')).toEqual({ ...emptyDraft, ...expected });
  });
});

const whole: QuickDraft = {
  ...emptyDraft,
  birthName: 'DURAND',
  firstName: 'Marie',
  sex: 'F',
  birthDate: '120362',
  phone: '0639981234',
};

describe('what is missing is said by field', () => {
  test.each<[Partial<QuickDraft>, object]>([
    [{}, {}],
    [{ birthName: ' - ' }, { birthName: 'name' }],
    [{ sex: '' }, { sex: 'sex' }],
    [{ birthDate: '310262' }, { birthDate: 'birthDate' }],
    [{ birthDate: '03/03/2026' }, { birthDate: 'future' }],
    [{ phone: '0639' }, { phone: 'phone' }],
    [{ phone: '' }, { phone: 'contact' }],
    [{ phone: '', withoutPhone: true }, {}],
  ])('%j', (part, expected) => {
    expect(quickFaults({ ...whole, ...part }, today, 'FR')).toEqual(expected);
  });
});

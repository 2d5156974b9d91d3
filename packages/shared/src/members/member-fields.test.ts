import { expect, test } from '@jest/globals';
import { email, initialsOf, personName } from './member-fields.js';

test.each([
  ['Claire MOREAU', 'CM'],
  ['Anne-Sophie de la TOUR', 'AT'],
  ['Émile', 'É'],
  ['  Sophie   N’GUYEN ', 'SN'],
  ['« Zoé »', 'Z'],
])('%s is shown as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('an address is trimmed and lower-cased; what is no address is refused', () => {
  expect(email.parse(' Claire.Moreau@Cabinet.FR ')).toBe('claire.moreau@cabinet.fr');
  for (const wrong of ['claire', 'claire@', '@cabinet.fr', 'claire moreau@cabinet.fr']) {
    expect(email.safeParse(wrong).success).toBe(false);
  }
});

test('one letter is no name', () => {
  expect(personName.safeParse(' C ').success).toBe(false);
});

import { expect, test } from '@jest/globals';
import { passwordFault } from './password-policy.js';

test.each([
  ['', 'too_short'],
  ['onze signes', 'too_short'],
  ['pupitre-demo', 'public'],
  ['Pupitre-Demo', 'public'],
  ['aaaaaaaaaaaaaaaa', 'too_plain'],
  ['121212121212', 'too_plain'],
  ['claire.moreau@cabinet.fr', 'is_email'],
  ['CLAIRE.MOREAU', 'is_email'],
  ['douze signes', null],
  ['la pluie tombe sur Lille', null],
  ['été 🌧🌙 nuit', 'too_short'],
])('« %s » gives %s', (password, fault) => {
  expect(passwordFault(password, 'Claire.Moreau@cabinet.fr')).toBe(fault);
});

test('an unknown address refuses nothing', () => {
  expect(passwordFault('douze signes', '')).toBeNull();
});

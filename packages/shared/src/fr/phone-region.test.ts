import { expect, test } from '@jest/globals';
import { normalisePhone } from './phone.js';
import { phoneRegionOf } from './phone-region.js';

test.each([
  ['Europe/Paris', '+33976123456'],
  ['Indian/Reunion', '+262976123456'],
  ['America/Martinique', '+596976123456'],
  ['America/Cayenne', '+594976123456'],
])('a box number typed in %s is %s', (zone, e164) => {
  expect(normalisePhone('09 76 12 34 56', phoneRegionOf(zone))).toBe(e164);
});

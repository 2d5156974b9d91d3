import { expect, test } from '@jest/globals';
import { holidayZones } from '../planning/public-holidays.js';
import { practiceZones, territoryOf } from './territory.js';

test.each([
  ['59000', 'Europe/Paris', 'FR', 'METRO'],
  ['20000', 'Europe/Paris', 'FR', 'METRO'],
  ['67000', 'Europe/Paris', 'FR-67', 'METRO'],
  ['97110', 'America/Guadeloupe', 'FR-GP', '971'],
  ['97133', 'America/St_Barthelemy', 'FR-BL', '971'],
  ['97150', 'America/Marigot', 'FR-MF', '971'],
  ['97400', 'Indian/Reunion', 'FR-RE', '974'],
  ['97600', 'Indian/Mayotte', 'FR-YT', '976'],
  ['98713', 'Pacific/Tahiti', 'FR-PF', 'METRO'],
  ['', 'Europe/Paris', 'FR', 'METRO'],
])('%s: %s, %s, %s', (postalCode, zone, holidayZone, tariffZone) => {
  expect(territoryOf(postalCode)).toEqual({ zone, holidayZone, tariffZone });
});

test('every clock is one the platform knows, named once', () => {
  expect(new Set(practiceZones).size).toBe(practiceZones.length);
  for (const zone of practiceZones) expect(() => new Intl.DateTimeFormat('fr', { timeZone: zone })).not.toThrow();
  expect(holidayZones).toContain(territoryOf('57000').holidayZone);
});

import type { HolidayZone } from '../planning/public-holidays.js';

/** What follows from where a practice stands: its clock, its public holidays, its tariffs. */
export interface Territory {
  /** IANA name. */
  readonly zone: string;
  readonly holidayZone: HolidayZone;
  /** As in the catalogue of acts: 'METRO' or the number of an overseas department. */
  readonly tariffZone: string;
}

const mainland: Territory = { zone: 'Europe/Paris', holidayZone: 'FR', tariffZone: 'METRO' };

/**
 * Beginnings of postal codes that are not the mainland's common case. Saint-Barthélemy and Saint-Martin have two codes
 * of Guadeloupe. The territories of the Pacific and Saint-Pierre have a health insurance of their own: their tariffs
 * are in no table here, the mainland's are proposed and the acts' prices are typed.
 */
const territories: readonly (readonly [beginning: string, territory: Territory])[] = [
  ['97133', { zone: 'America/St_Barthelemy', holidayZone: 'FR-BL', tariffZone: '971' }],
  ['97150', { zone: 'America/Marigot', holidayZone: 'FR-MF', tariffZone: '971' }],
  ['971', { zone: 'America/Guadeloupe', holidayZone: 'FR-GP', tariffZone: '971' }],
  ['972', { zone: 'America/Martinique', holidayZone: 'FR-MQ', tariffZone: '972' }],
  ['973', { zone: 'America/Cayenne', holidayZone: 'FR-GF', tariffZone: '973' }],
  ['974', { zone: 'Indian/Reunion', holidayZone: 'FR-RE', tariffZone: '974' }],
  ['975', { zone: 'America/Miquelon', holidayZone: 'FR-PM', tariffZone: 'METRO' }],
  ['976', { zone: 'Indian/Mayotte', holidayZone: 'FR-YT', tariffZone: '976' }],
  ['986', { zone: 'Pacific/Wallis', holidayZone: 'FR-WF', tariffZone: 'METRO' }],
  ['987', { zone: 'Pacific/Tahiti', holidayZone: 'FR-PF', tariffZone: 'METRO' }],
  ['988', { zone: 'Pacific/Noumea', holidayZone: 'FR-NC', tariffZone: 'METRO' }],
  ['57', { ...mainland, holidayZone: 'FR-57' }],
  ['67', { ...mainland, holidayZone: 'FR-67' }],
  ['68', { ...mainland, holidayZone: 'FR-68' }],
];

/** The clocks a French practice can follow. */
export const practiceZones: readonly string[] = [
  mainland.zone,
  ...territories.map(([, { zone }]) => zone).filter((zone) => zone !== mainland.zone),
];

/** @param postalCode five digits, or the first of them while they are typed */
export function territoryOf(postalCode: string): Territory {
  return territories.find(([beginning]) => postalCode.startsWith(beginning))?.[1] ?? mainland;
}

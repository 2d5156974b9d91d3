import type { PhoneRegion } from './phone.js';

const regionOfZone: Readonly<Record<string, PhoneRegion>> = {
  'America/Guadeloupe': 'GP',
  'America/Marigot': 'GP',
  'America/St_Barthelemy': 'GP',
  'America/Martinique': 'MQ',
  'America/Cayenne': 'GF',
  'Indian/Reunion': 'RE',
  'Indian/Mayotte': 'YT',
};

/** The phone region of a practice by its IANA zone; metropolitan France when the zone is none of the departments. */
export function phoneRegionOf(zone: string): PhoneRegion {
  return regionOfZone[zone] ?? 'FR';
}

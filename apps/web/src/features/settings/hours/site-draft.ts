import { type HolidayZone, holidayZones } from '@pupitre/shared/planning/public-holidays';
import type { SiteForm, SiteView } from '@pupitre/shared/practices/site.contract';
import { z } from 'zod';

export const typedSite = z.object({
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  /** Empty: as the practice. */
  zone: z.string(),
  holidayZone: z.string(),
});
export type TypedSite = Readonly<z.output<typeof typedSite>>;
export type SiteField = 'name' | 'street' | 'postalCode' | 'city';
const fields: readonly SiteField[] = ['name', 'street', 'postalCode', 'city'];

export const emptySite: TypedSite = { name: '', street: '', postalCode: '', city: '', zone: '', holidayZone: '' };

export const siteTyped = ({ name, street, postalCode, city, zone, holidayZone }: SiteView): TypedSite => ({
  ...{ name, street, postalCode, city, zone: zone ?? '', holidayZone: holidayZone ?? '' },
});

export function readSite(typed: TypedSite): {
  readonly faults: ReadonlySet<SiteField>;
  readonly form: SiteForm | null;
} {
  const faults = new Set(fields.filter((field) => typed[field].trim() === ''));
  if (!/^\d{5}$/.test(typed.postalCode.trim())) faults.add('postalCode');
  if (faults.size > 0) return { faults, form: null };
  const { name, street, postalCode, city } = typed;
  return {
    faults,
    form: {
      ...{ name: name.trim(), street: street.trim(), postalCode: postalCode.trim(), city: city.trim() },
      zone: typed.zone || null,
      holidayZone: isHolidayZone(typed.holidayZone) ? typed.holidayZone : null,
    },
  };
}

const isHolidayZone = (zone: string): zone is HolidayZone => holidayZones.some((known) => known === zone);

/** 'Indian/Reunion' as one says it: « Reunion ». */
export const zoneCity = (zone: string): string => zone.replace(/^.*\//, '').replaceAll('_', ' ');

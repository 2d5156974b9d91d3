import type { LocalDay } from '../time/zone.js';
import type { ActRow, TariffZone } from './act-row.js';
import { metropolitanActs, overseasActs } from './act-rows.js';

export type { ActRow, Profession, TariffZone } from './act-row.js';

/**
 * A first catalogue, checked by hand, to be loaded into the table of acts. Only prices read in a source are here:
 * none of midwives and physiotherapists, because no figure found for them is current.
 */
export const actCatalogue: readonly ActRow[] = [...metropolitanActs, ...overseasActs];

/** The row of `code` in force on `day` in `zone`, or null: a price never crosses from one zone to another. */
export function actOn(
  code: string,
  day: LocalDay,
  zone: TariffZone,
  rows: readonly ActRow[] = actCatalogue,
): ActRow | null {
  const isInForce = (row: ActRow) => row.from <= day && (row.to === null || day < row.to);
  return rows.find((row) => row.code === code && row.zone === zone && isInForce(row)) ?? null;
}

/** Its price in cents, or null when none is known that day in that zone. */
export function priceOn(code: string, day: LocalDay, zone: TariffZone): number | null {
  return actOn(code, day, zone)?.priceCents ?? null;
}

import type { AgendaHours } from '../planning/practice-day.js';
import type { LocalDay } from '../time/zone.js';
import type { LocumView } from './locum.contract.js';
import type { PracticeSetup } from './practice.contract.js';

type Setup = Pick<
  PracticeSetup,
  'practice' | 'resources' | 'sites' | 'openingRules' | 'openingExceptions' | 'holidayOverrides' | 'absences' | 'locums'
>;

/** The clock and the calendar of a column: those of its home site, else the practice's. */
export function columnZones(
  { practice, resources, sites }: Pick<Setup, 'practice' | 'resources' | 'sites'>,
  resourceId: string,
): { readonly zone: string; readonly holidayZone: string } {
  const home = resources.find(({ id }) => id === resourceId)?.siteId;
  const site = sites.find(({ id }) => id === home);
  return { zone: site?.zone ?? practice.zone, holidayZone: site?.holidayZone ?? practice.holidayZone };
}

/** All that says when a column works, for `practiceDay({ ...columnHours(setup, resourceId), day })`. */
export function columnHours(setup: Setup, resourceId: string): AgendaHours & { readonly resourceId: string } {
  const { openingRules: rules, openingExceptions: exceptions, holidayOverrides, absences, locums } = setup;
  return { resourceId, ...columnZones(setup, resourceId), rules, exceptions, holidayOverrides, absences, locums };
}

/** Who works in the agenda of a column on a day in place of its practitioner; null: she does. */
export function locumOn({ locums }: Pick<Setup, 'locums'>, resourceId: string, day: LocalDay): LocumView | null {
  return locums.find((locum) => locum.resourceId === resourceId && locum.fromDay <= day && day <= locum.toDay) ?? null;
}

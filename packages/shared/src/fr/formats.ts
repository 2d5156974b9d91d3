import {
  calendarNames,
  dayOfMonth,
  eurosAndCents,
  fullName,
  groupNir,
  groupThousands,
  hoursAndMinutes,
  initialsOf,
  maskNir,
  oneDecimal,
  slashedDate,
  yearOf,
} from '../formats/format-parts.js';
import type { Formats } from '../formats/formats-shape.js';
import { ageOn } from '../identity/age.js';
import { type LocalDay, toLocal } from '../time/zone.js';
import { displayPhone, maskPhone } from './phone.js';
import { noBreak, thinNoBreak } from './typography.js';

const names = calendarNames('fr-FR');
const daysAway = new Intl.RelativeTimeFormat('fr-FR');

/** The first of a month is an ordinal, the other days are not. */
function ordinalDay(day: LocalDay): string {
  return dayOfMonth(day) === 1 ? '1er' : String(dayOfMonth(day));
}

function timeOfMinutes(minutes: number): string {
  const { hours, rest, padded } = hoursAndMinutes(minutes);
  return [hours, 'h', ...(rest === 0 ? [] : [padded])].join(noBreak);
}

function minutesSpan(minutes: number): string {
  return minutes < 60 ? `${hoursAndMinutes(minutes).rest}${noBreak}min` : timeOfMinutes(minutes);
}

/** French plurals begin at two: 0 jour, 1 jour, 2 jours. */
function count(value: number, one: string, many: string): string {
  return `${value}${noBreak}${value < 2 ? one : many}`;
}

export const frenchFormats: Formats = {
  timeOfMinutes,
  timeOfInstant: (instant, zone) => timeOfMinutes(toLocal(instant, zone).minutes),
  timeRange: (from, to) => `${timeOfMinutes(from)}–${timeOfMinutes(to)}`,
  dateLong: (day) => `${names.weekday(day)} ${ordinalDay(day)} ${names.month(day)} ${yearOf(day)}`,
  dateMedium: (day) => `${names.weekday(day)} ${ordinalDay(day)} ${names.month(day)}`,
  dateShort: slashedDate,
  dateGrid: (day) => `${names.weekdayShort(day)} ${ordinalDay(day)} ${names.monthShort(day)}`,
  weekday: names.weekday,
  dateOfMonth: (day) => `${ordinalDay(day)} ${names.month(day)}`,
  monthLong: (month) => `${names.month(`${month}-01`)} ${month.slice(0, 4)}`,
  euros: (cents) => {
    const amount = eurosAndCents(cents);
    return `${amount.sign}${groupThousands(amount.euros, thinNoBreak)},${amount.padded}${noBreak}€`;
  },
  eurosAloud: (cents) => {
    const amount = eurosAndCents(cents);
    const euros = `${amount.euros} ${amount.euros < 2 ? 'euro' : 'euros'}`;
    const small = `${amount.cents} ${amount.cents < 2 ? 'centime' : 'centimes'}`;
    const said = amount.cents === 0 ? [euros] : amount.euros === 0 ? [small] : [euros, small];
    return (amount.sign ? 'moins ' : '') + said.join(' et ');
  },
  percent: (value) => `${oneDecimal(value, ',')}${noBreak}%`,
  integer: (value) => groupThousands(value, thinNoBreak),
  phone: displayPhone,
  phoneMasked: maskPhone,
  minutesSpan,
  relativeDuration: (minutes) => {
    if (minutes === 0) return 'maintenant';
    if (Math.abs(minutes) >= 1440) return daysAway.format(Math.trunc(minutes / 1440), 'day');
    return `${minutes < 0 ? 'il y a' : 'dans'} ${minutesSpan(Math.abs(minutes))}`;
  },
  nir: groupNir,
  nirMasked: maskNir,
  nameFull: fullName,
  initials: initialsOf,
  age: (birthDate, day) => {
    const age = ageOn(birthDate, day);
    if (!age) return '';
    if (age.years >= 2) return count(age.years, 'an', 'ans');
    return age.months >= 1 ? `${age.months}${noBreak}mois` : count(age.days, 'jour', 'jours');
  },
};

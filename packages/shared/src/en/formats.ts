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
import { displayPhone, maskPhone } from '../fr/phone.js';
import { noBreak } from '../fr/typography.js';
import { ageOn } from '../identity/age.js';
import { toLocal } from '../time/zone.js';

const names = calendarNames('en-GB');
const daysAway = new Intl.RelativeTimeFormat('en-GB');

function timeOfMinutes(minutes: number): string {
  const { hours, padded } = hoursAndMinutes(minutes);
  return `${String(hours).padStart(2, '0')}:${padded}`;
}

function minutesSpan(minutes: number): string {
  const { hours, rest, padded } = hoursAndMinutes(minutes);
  if (hours === 0) return `${rest}${noBreak}min`;
  return [hours, 'h', ...(rest === 0 ? [] : [padded])].join(noBreak);
}

function count(value: number, one: string, many: string): string {
  return `${value}${noBreak}${value === 1 ? one : many}`;
}

/** English for people who work in France: 24-hour clock, day first, French phone numbers. */
export const englishFormats: Formats = {
  timeOfMinutes,
  timeOfInstant: (instant, zone) => timeOfMinutes(toLocal(instant, zone).minutes),
  timeRange: (from, to) => `${timeOfMinutes(from)}–${timeOfMinutes(to)}`,
  dateLong: (day) => `${names.weekday(day)} ${dayOfMonth(day)} ${names.month(day)} ${yearOf(day)}`,
  dateMedium: (day) => `${names.weekday(day)} ${dayOfMonth(day)} ${names.month(day)}`,
  dateShort: slashedDate,
  dateGrid: (day) => `${names.weekdayShort(day)} ${dayOfMonth(day)} ${names.monthShort(day)}`,
  weekday: names.weekday,
  dateOfMonth: (day) => `${dayOfMonth(day)} ${names.month(day)}`,
  monthLong: (month) => `${names.month(`${month}-01`)} ${month.slice(0, 4)}`,
  euros: (cents) => {
    const amount = eurosAndCents(cents);
    return `${amount.sign}€${groupThousands(amount.euros, ',')}.${amount.padded}`;
  },
  eurosAloud: (cents) => {
    const amount = eurosAndCents(cents);
    const euros = `${amount.euros} ${amount.euros === 1 ? 'euro' : 'euros'}`;
    const small = `${amount.cents} ${amount.cents === 1 ? 'cent' : 'cents'}`;
    const said = amount.cents === 0 ? [euros] : amount.euros === 0 ? [small] : [euros, small];
    return (amount.sign ? 'minus ' : '') + said.join(' and ');
  },
  percent: (value) => `${oneDecimal(value, '.')}%`,
  integer: (value) => groupThousands(value, ','),
  phone: displayPhone,
  phoneMasked: maskPhone,
  minutesSpan,
  relativeDuration: (minutes) => {
    if (minutes === 0) return 'now';
    if (Math.abs(minutes) >= 1440) return daysAway.format(Math.trunc(minutes / 1440), 'day');
    return minutes < 0 ? `${minutesSpan(-minutes)} ago` : `in ${minutesSpan(minutes)}`;
  },
  nir: groupNir,
  nirMasked: maskNir,
  nameFull: fullName,
  initials: initialsOf,
  age: (birthDate, day) => {
    const age = ageOn(birthDate, day);
    if (!age) return '';
    if (age.years >= 2) return count(age.years, 'year', 'years');
    return age.months >= 1 ? count(age.months, 'month', 'months') : count(age.days, 'day', 'days');
  },
};

import { fictionalPhone } from '@pupitre/shared/identity/checks';
import { publicHoliday } from '@pupitre/shared/planning/public-holidays';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { lilleNames } from './names.js';
import type { AppointmentRow, PatientRow } from './rows.js';
import { complementaryNames } from './streets.js';
import { after } from './visit.js';
import { found, instant, minutesOf, type World } from './world.js';

const visitMinutes = 15;
const [firstStart, lunch, afterLunch, lastEnd] = ['8:00', '12:00', '13:00', '18:30'].map(minutesOf) as [
  number,
  number,
  number,
  number,
];

/** Over 55, adults, children: as the first names. */
const agesInDays = [
  [20_500, 33_000],
  [6600, 20_400],
  [30, 6500],
] as const;

/** Open days of the practice: `past` before the world's own day, then `future` from it on, in order. */
export function loadDays(day: LocalDay, past: number, future: number): LocalDay[] {
  return [...openDays(addDays(day, -1), -1, past).reverse(), ...openDays(day, 1, future)];
}

function openDays(from: LocalDay, step: 1 | -1, count: number): LocalDay[] {
  const days: LocalDay[] = [];
  for (let at = from; days.length < count; at = addDays(at, step)) {
    if (isoWeekday(at) <= 5 && publicHoliday(at, 'FR') === null) days.push(at);
  }
  return days;
}

export function loadPatient(world: World, index: number): PatientRow {
  const { dice, shape } = world;
  const pool = dice.weighted(lilleNames.map((each) => [each, each.weight] as const));
  const place = dice.weighted(shape.places.map((each) => [each, each.weight] as const));
  const sex = dice.chance(0.5) ? 'F' : 'M';
  const family = dice.pick(pool.families);
  const created = instant(addDays(world.day, -dice.int(200, 1200)), 600, shape.zone);
  const generation = dice.int(0, 2) as 0 | 1 | 2;
  const [youngest, oldest] = agesInDays[generation];
  return {
    id: dice.id(created),
    number: index + 1,
    birth_name: sex === 'F' && generation < 2 && dice.chance(0.4) ? dice.pick(pool.families) : family,
    used_name: family,
    first_name: dice.pick(pool[sex][generation]),
    first_names: '',
    sex,
    birth_date: addDays(world.day, -dice.int(youngest, oldest)),
    birth_place_code: '59350',
    phone: fictionalPhone(index % 6, Math.floor(index / 6) % 10_000),
    without_phone: false,
    email: '',
    street: `${dice.int(1, 190)} ${dice.pick(shape.streets)}`,
    postal_code: dice.pick(place.postalCodes),
    commune_code: place.code,
    heads_up: '',
    team_note: '',
    usual_practitioner_id: dice.pick(world.columns).practitionerId,
    referring_doctor: true,
    long_term_illness: false,
    third_party: 'none',
    complementary_name: dice.pick(complementaryNames),
    ins_status: 'qualified',
    created_by: found(world.desk, () => true).id,
    created_at: created.toISOString(),
  };
}

/** A column's day: `perDay` quarters of an hour, the free ones spread between them. Throws when they do not fit. */
export function loadAppointments(
  world: World,
  column: World['columns'][number],
  day: LocalDay,
  perDay: number,
  patients: readonly PatientRow[],
): AppointmentRow[] {
  const starts = [...quarters(firstStart, lunch), ...quarters(afterLunch, lastEnd)];
  if (perDay > starts.length) throw new RangeError(`${perDay} visits do not fit in a day of ${starts.length} places`);
  return Array.from({ length: perDay }, (_, index) => {
    const startMin = starts[Math.floor((index * starts.length) / perDay)] ?? firstStart;
    return appointment(world, column, day, startMin, world.dice.pick(patients));
  });
}

function appointment(
  { dice, shape, motifs, desk, now }: World,
  column: World['columns'][number],
  day: LocalDay,
  startMin: number,
  patient: PatientRow,
): AppointmentRow {
  const starts = instant(day, startMin, shape.zone);
  const isOver = after(starts, visitMinutes) < now;
  const booked = new Date(Math.min(now.getTime() - 60_000, starts.getTime() - dice.int(1, 30) * 86_400_000));
  const at = (minutes: number) => (isOver ? after(starts, minutes).toISOString() : null);
  return {
    id: dice.id(booked),
    resource_id: column.resourceId,
    practitioner_id: column.practitionerId,
    motif_id: found(motifs, () => true).id,
    patient_id: patient.id,
    local_day: day,
    start_min: startMin,
    duration_min: visitMinutes,
    starts_at: starts.toISOString(),
    ends_at: after(starts, visitMinutes).toISOString(),
    status: isOver ? 'done' : 'booked',
    urgent: false,
    walk_in: false,
    note: '',
    source: 'phone',
    confirmed_at: null,
    arrived_at: at(-5),
    called_at: at(0),
    seen_at: at(12),
    done_at: at(14),
    cancelled_at: null,
    cancelled_by: null,
    cancel_reason: '',
    created_by: found(desk, () => true).id,
    created_at: booked.toISOString(),
  };
}

function quarters(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / visitMinutes }, (_, index) => from + index * visitMinutes);
}

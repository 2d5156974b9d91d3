import type { LocalDay } from '@pupitre/shared/time/zone';
import { shownInstant } from './demo-clock.js';
import type { AccountShape, ColumnShape, MotifShape, PracticeShape } from './practice-shape.js';
import type { Dice } from './random.js';
import { lillePlaces, lilleStreets } from './streets.js';
import { type Account, buildWorld, type World } from './world.js';

const deskCount = 16;
const openHours = '8:00-12:00 13:00-18:30';

/** A large practice of generalists, all with the same hours and one motif of a quarter of an hour. */
export function loadWorld(
  size: { readonly practitioners: number; readonly domain: string },
  day: LocalDay,
  dice: Dice,
): { world: World; accounts: Map<string, Account> } {
  const now = shownInstant(day);
  const shape = loadShape(size);
  const accounts = new Map(
    shape.accounts.map(({ email, displayName, initials }) => [
      email,
      { id: dice.id(now), email, displayName, initials },
    ]),
  );
  const [remote, ...desk] = [...accounts.values()];
  if (!remote) throw new RangeError('a practice needs a desk');
  const team = { desk, remote: { account: remote, columns: [] } };
  return { world: buildWorld(shape, { day, now, dice, firstNumber: 40 }, team), accounts };
}

function loadShape({ practitioners, domain }: { practitioners: number; domain: string }): PracticeShape {
  const columns = Array.from({ length: practitioners }, (_, index) => columnShape(index));
  const motif: MotifShape = {
    name: 'Consultation',
    shortName: 'Consultation',
    minutes: 15,
    color: 'consult',
    place: 'practice',
    columns: columns.map(({ key }) => key),
    acts: ['G'],
    weight: 1,
  };
  return {
    key: 'load',
    name: 'Clinique des Marronniers',
    street: '2 rue Pasteur',
    postalCode: '59000',
    city: 'Lille',
    zone: 'Europe/Paris',
    holidayZone: 'FR',
    tariffZone: 'METRO',
    phone: '+33353010002',
    columns,
    motifs: [motif],
    absences: [],
    accounts: [...Array.from({ length: deskCount }, (_, index) => accountShape(index, domain)), administrator(domain)],
    patientCount: 0,
    ordinaryLoad: 0,
    names: [],
    places: lillePlaces,
    birthplaces: [],
    streets: lilleStreets,
    landline: 2,
  };
}

function columnShape(index: number): ColumnShape {
  const lastName = `MARRON ${index + 1}`;
  return {
    key: `column${index}`,
    kind: 'practitioner',
    name: `Dr Dominique ${lastName}`,
    shortName: `Dr ${lastName}`,
    title: 'dr',
    firstName: 'Dominique',
    lastName,
    profession: 'general_practitioner',
    hours: { 1: openHours, 2: openHours, 3: openHours, 4: openHours, 5: openHours },
    load: 1,
  };
}

function administrator(domain: string): AccountShape {
  return { email: `direction@${domain}`, displayName: 'Direction', initials: 'DI', roles: ['admin'] };
}

function accountShape(index: number, domain: string): AccountShape {
  return {
    email: `accueil${index + 1}@${domain}`,
    displayName: `Accueil ${index + 1}`,
    initials: `A${index + 1}`,
    roles: ['secretary', 'coordinator'],
  };
}

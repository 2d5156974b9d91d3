import { reunionNames } from './names.js';
import type { MotifShape, PracticeShape, WeekHours } from './practice-shape.js';
import { reunionBirthplaces, reunionPlaces, reunionStreets } from './streets.js';
import { remoteSecretary } from './tilleuls.js';

const everyDay = (hours: string, saturday: string): WeekHours => ({
  1: hours,
  2: hours,
  3: hours,
  4: hours,
  5: hours,
  6: saturday,
});

const motif = (
  name: string,
  shortName: string,
  minutes: number,
  color: MotifShape['color'],
  columns: readonly string[],
  acts: readonly string[],
  weight: number,
  suits: MotifShape['suits'] = {},
): MotifShape => ({ name, shortName, minutes, color, columns, acts, weight, suits, place: 'practice' });

/** The second practice: three hours ahead of the first in winter, two in summer, so that both zones are on show. */
export function flamboyants(): PracticeShape {
  return {
    key: 'flamboyants',
    name: 'Cabinet des Flamboyants',
    street: '27 rue Juliette-Dodu',
    postalCode: '97400',
    city: 'Saint-Denis',
    zone: 'Indian/Reunion',
    holidayZone: 'FR-RE',
    tariffZone: '974',
    phone: '+33199002727',
    columns: [
      {
        key: 'grondin',
        kind: 'practitioner',
        name: 'Dr Nathalie GRONDIN',
        shortName: 'Dr GRONDIN',
        title: 'dr',
        firstName: 'Nathalie',
        lastName: 'GRONDIN',
        profession: 'general_practitioner',
        hours: everyDay('7:30-12:00 13:00-17:00', '7:30-11:30'),
        load: 0.85,
      },
      {
        key: 'virassamy',
        kind: 'practitioner',
        name: 'Dr Rajiv VIRASSAMY',
        shortName: 'Dr VIRASSAMY',
        title: 'dr',
        firstName: 'Rajiv',
        lastName: 'VIRASSAMY',
        profession: 'paediatrician',
        hours: everyDay('8:00-13:00 14:00-17:30', ''),
        load: 0.8,
      },
    ],
    motifs: [
      motif('Consultation', 'Consultation', 15, 'consult', ['grondin'], ['G'], 40),
      motif('1re consultation', '1re consult.', 30, 'premiere', ['grondin'], ['G'], 8),
      motif('Renouvellement', 'Renouvellement', 20, 'renouv', ['grondin'], ['G'], 20, { fromAge: 35 }),
      motif('Suivi diabète', 'Suivi diabète', 20, 'suivi', ['grondin'], ['G'], 12, { fromAge: 40 }),
      motif('Certificat', 'Certificat', 10, 'certif', ['grondin'], ['G'], 8),
      motif('Consultation pédiatrique', 'Consult. péd.', 20, 'consult', ['virassamy'], ['CS'], 40, { toAge: 16 }),
      motif('Suivi du nourrisson', 'Nourrisson', 30, 'suivi', ['virassamy'], ['CS'], 14, { toAge: 2 }),
      motif('Vaccin de l’enfant', 'Vaccin enfant', 10, 'vaccin', ['virassamy'], ['CS'], 16, { toAge: 16 }),
    ],
    absences: [
      {
        column: 'virassamy',
        fromDay: 14,
        toDay: 18,
        fromMin: 0,
        toMin: 1440,
        reason: 'leave',
        note: 'Remplacement assuré au cabinet',
      },
    ],
    accounts: [
      {
        email: 'lucie.payet@flamboyants.demo',
        displayName: 'Lucie PAYET',
        initials: 'LP',
        roles: ['secretary'],
      },
      { ...remoteSecretary, roles: ['remote_secretary'] },
    ],
    patientCount: 80,
    ordinaryLoad: 0.1,
    names: reunionNames,
    places: reunionPlaces,
    birthplaces: reunionBirthplaces,
    streets: reunionStreets,
    landline: 0,
  };
}

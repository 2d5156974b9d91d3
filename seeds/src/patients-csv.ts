import { fictionalPhone } from '@pupitre/shared/identity/checks';
import { addDays } from '@pupitre/shared/time/zone';
import { lilleNames, type NamePool } from './names.js';
import { Dice } from './random.js';
import { complementaryNames, townStreets } from './streets.js';

const heads = [
  ...[
    'N_DOSSIER',
    'CIVILITE',
    'NOM_USUEL',
    'NOM_NAISSANCE',
    'PRENOM',
    'DATE_NAIS',
    'SEXE',
    'INSEE_NAIS',
    'TEL1',
    'TEL2',
  ],
  ...['MAIL', 'ADR1', 'CP', 'VILLE', 'MT', 'MUTUELLE', 'ALD', 'OBSERVATIONS'],
];
const towns = [
  ['59000', 'LILLE'],
  ['59800', 'LILLE'],
  ['59100', 'ROUBAIX'],
  ['59200', 'TOURCOING'],
  ['59650', "VILLENEUVE D'ASCQ"],
  ['59130', 'LAMBERSART'],
  ['59120', 'LOOS'],
] as const;
const firstBirth = '1931-01-01';
const bornWithinDays = 34_000;

/**
 * A file of fictional patients as the software of another practice would export it: `;`, French dates, capitals, empty
 * cells here and there. The same seed gives the same file. Nobody stands in it twice, so a first import creates them all
 * but for a few near twins; phones are of the ranges kept for fiction.
 */
export function patientsCsv(count: number, seed = 'import'): string {
  const dice = new Dice(seed);
  const taken = new Set<string>();
  const lines = [heads.join(';')];
  while (lines.length <= count) {
    const person = draw(dice);
    const key = `${person.family} ${person.birthDate}`;
    if (taken.has(key)) continue;
    taken.add(key);
    lines.push(cellsOf(person, lines.length, dice).join(';'));
  }
  return `${lines.join('\r\n')}\r\n`;
}

interface Drawn {
  readonly family: string;
  readonly maiden: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
}

function draw(dice: Dice): Drawn {
  const pool = poolOf(dice);
  const sex = dice.chance(0.53) ? 'F' : 'M';
  const after = dice.int(0, bornWithinDays);
  const generation = after > bornWithinDays * 0.8 ? 2 : after > bornWithinDays * 0.35 ? 1 : 0;
  const [family, second] = [dice.pick(pool.families), dice.pick(pool.families)];
  return {
    // Twenty thousand people need more names than a region's hundred.
    family: dice.chance(0.5) ? `${family}-${second}` : family,
    maiden: sex === 'F' && generation < 2 && dice.chance(0.4) ? dice.pick(poolOf(dice).families) : '',
    firstName: dice.pick(pool[sex][generation]),
    sex,
    birthDate: addDays(firstBirth, after),
  };
}

function poolOf(dice: Dice): NamePool {
  return dice.weighted(lilleNames.map((pool) => [pool, pool.weight] as const));
}

function cellsOf({ family, maiden, firstName, sex, birthDate }: Drawn, serial: number, dice: Dice): string[] {
  const [year, month, day] = birthDate.split('-');
  const [postalCode, city] = dice.pick(towns);
  const national = (zone: number) => `0${fictionalPhone(zone, dice.int(0, 9_999)).slice(3)}`;
  return [
    ...[`P${String(serial).padStart(6, '0')}`, sex === 'F' ? 'Mme' : 'M.', family, maiden || family],
    ...[firstName.toLocaleUpperCase('fr'), `${day}/${month}/${year}`, sex, dice.chance(0.6) ? '59350' : ''],
    dice.chance(0.85) ? national(5) : '',
    dice.chance(0.4) ? national(dice.int(1, 4)) : '',
    dice.chance(0.5) ? `patient${serial}@exemple.fr` : '',
    ...[`${dice.int(1, 180)} ${dice.pick(townStreets)}`, postalCode, city],
    dice.chance(0.7) ? 'MARTIN Hélène' : '',
    dice.chance(0.5) ? dice.pick(complementaryNames) : '',
    dice.chance(0.12) ? 'O' : 'N',
    dice.chance(0.05) ? '"Préfère le matin ; appeler avant"' : '',
  ];
}

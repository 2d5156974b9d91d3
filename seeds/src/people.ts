import { ageOn } from '@pupitre/shared/identity/age';
import { fictionalPhone } from '@pupitre/shared/identity/checks';
import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import { knownTraits, type NamedPerson, type PersonTraits } from './named-people.js';
import type { PatientRow } from './rows.js';
import { complementaryNames, townStreets } from './streets.js';
import { found, instant, type World } from './world.js';

export interface Patient {
  readonly row: PatientRow;
  /** 'FAMILY First', as the pictures name her. */
  readonly name: string;
  readonly ageYears: number;
  readonly keptApart: boolean;
  /** How often she comes, 1 to 4. */
  readonly visits: number;
}

const mobiles = 5;

/** The patients of a practice: those the pictures name first, then as many as it takes. */
export class Population {
  readonly patients: Patient[] = [];
  private readonly takenPhones = new Set<string>();

  constructor(private readonly world: World) {}

  fill(named: readonly NamedPerson[]): this {
    for (const person of named) this.add(person, knownTraits[`${person.family} ${person.firstName}`] ?? {});
    const names = new Set(this.patients.map((patient) => patient.name));
    while (this.patients.length < this.world.shape.patientCount) {
      const person = this.stranger();
      const name = `${person.family} ${person.firstName}`;
      if (names.has(name)) continue;
      names.add(name);
      this.add(person, this.world.dice.chance(0.25) && this.isChild(person) ? this.withFamily(person) : {});
    }
    return this;
  }

  private add(person: NamedPerson, traits: PersonTraits): void {
    const { dice, day } = this.world;
    const birthDate = birthDateOf(person.age, day, dice);
    const ageYears = ageOn(birthDate, day)?.years ?? 0;
    const relative = traits.livesWith ? this.patients.find((patient) => patient.name === traits.livesWith) : undefined;
    const created = this.createdAt(birthDate);
    const row: PatientRow = {
      id: dice.id(created),
      number: this.patients.length + 1,
      ...this.names(person, ageYears, traits),
      sex: person.sex,
      birth_date: birthDate,
      birth_place_code: traits.birthPlace ?? (dice.chance(0.88) ? dice.weighted(this.world.shape.birthplaces) : null),
      ...this.contact(person, ageYears, traits, relative?.row),
      heads_up: traits.headsUp ?? (dice.chance(0.06) ? dice.pick(ageYears < 18 ? headsUpsOfChildren : headsUps) : ''),
      team_note: traits.teamNote ?? (dice.chance(0.05) ? dice.pick(teamNotes) : ''),
      usual_practitioner_id: this.usual(ageYears, traits),
      referring_doctor: traits.referring ?? (ageYears < 16 || dice.chance(0.93)),
      ...this.cover(ageYears, traits),
      ins_status: traits.insStatus ?? dice.weighted(insWeights),
      created_by: dice.pick(this.world.desk).id,
      created_at: created.toISOString(),
    };
    const visits = dice.weighted([
      [1, 34],
      [2, 34],
      [3, 20],
      [4, 12],
    ] as const);
    const name = `${person.family} ${person.firstName}`;
    this.patients.push({ row, name, ageYears, keptApart: traits.keptApart ?? false, visits });
  }

  private createdAt(birthDate: LocalDay): Date {
    const { dice, day, shape } = this.world;
    const wanted = addDays(day, dice.chance(0.05) ? -dice.int(3, 60) : -dice.int(200, 1200));
    return instant(wanted < birthDate ? birthDate : wanted, dice.int(490, 1080), shape.zone);
  }

  private names(person: NamedPerson, ageYears: number, traits: PersonTraits) {
    const { dice, shape } = this.world;
    const isMarried = person.sex === 'F' && ageYears >= 28 && dice.chance(ageYears > 60 ? 0.6 : 0.3);
    const maiden = dice.weighted(shape.names.map((pool) => [pool, pool.weight] as const));
    const birthName = traits.birthName ?? (isMarried ? dice.pick(maiden.families) : person.family);
    const kin = shape.names.find((pool) => pool[person.sex].flat().includes(person.firstName));
    const second = kin ? dice.pick(kin[person.sex][generationOf(ageYears)]) : person.firstName;
    const firstNames = second !== person.firstName && dice.chance(0.6) ? upper(`${person.firstName} ${second}`) : '';
    return {
      birth_name: birthName,
      used_name: person.family,
      first_name: person.firstName,
      first_names: traits.firstNames ?? firstNames,
    };
  }

  private contact(person: NamedPerson, ageYears: number, traits: PersonTraits, relative: PatientRow | undefined) {
    const { dice, shape } = this.world;
    const place = dice.weighted(shape.places.map((each) => [each, each.weight] as const));
    const [communeCode, postalCode] = traits.home ?? [place.code, dice.pick(place.postalCodes)];
    const mail = `${person.firstName}.${person.family}`
      .normalize('NFD')
      .replace(/[^A-Za-z.-]/g, '')
      .toLowerCase();
    const isInTown = communeCode === shape.places[0]?.code;
    const street = dice.pick(isInTown ? shape.streets : townStreets);
    const isWithoutPhone = traits.withoutPhone ?? (relative === undefined && !traits.phoneEnd && dice.chance(0.03));
    const phone = this.newPhone(ageYears, traits.phoneEnd);
    const own = {
      phone: isWithoutPhone ? null : phone,
      without_phone: isWithoutPhone,
      street: traits.street ?? `${dice.int(1, longestOf(street))}${dice.chance(0.06) ? ' bis' : ''} ${street}`,
      postal_code: postalCode,
      commune_code: communeCode,
    };
    const shared = relative && {
      phone: relative.phone,
      without_phone: relative.without_phone,
      street: relative.street,
      postal_code: relative.postal_code,
      commune_code: relative.commune_code,
    };
    return { ...own, ...shared, email: ageYears >= 18 && dice.chance(0.4) ? `${mail}@example.org` : '' };
  }

  private newPhone(ageYears: number, end: string | undefined): string {
    const { dice, shape } = this.world;
    const prefix = end === undefined && ageYears > 74 && dice.chance(0.5) ? shape.landline : mobiles;
    const phone = fictionalPhone(prefix, end === undefined ? dice.int(0, 9999) : dice.int(0, 99) * 100 + Number(end));
    if (this.takenPhones.has(phone)) return this.newPhone(ageYears, end);
    this.takenPhones.add(phone);
    return phone;
  }

  private usual(ageYears: number, traits: PersonTraits): string | null {
    const { dice, columns } = this.world;
    if (traits.usual) return found(columns, (column) => column.key === traits.usual).practitionerId;
    if (dice.chance(0.04)) return null;
    const isForChild = ageYears < 16 && dice.chance(0.8);
    const profession = isForChild ? 'paediatrician' : 'general_practitioner';
    return dice.pick(columns.filter((column) => column.profession === profession)).practitionerId;
  }

  private cover(ageYears: number, traits: PersonTraits) {
    const { dice } = this.world;
    const illness = traits.illness ?? dice.chance(ageYears > 60 ? 0.2 : 0.04);
    const third = traits.thirdParty ?? dice.weighted(illness ? thirdWhenIll : thirdWeights);
    const hasComplementary = third === 'full' || dice.chance(0.86);
    return {
      long_term_illness: illness,
      third_party: third,
      complementary_name: traits.complementary ?? (hasComplementary ? dice.pick(complementaryNames) : ''),
    };
  }

  private stranger(): NamedPerson {
    const { dice, shape } = this.world;
    const pool = dice.weighted(shape.names.map((each) => [each, each.weight] as const));
    const age = dice.weighted(ageWeights);
    const years = dice.int(age[0], age[1]);
    const sex = dice.chance(0.54) ? 'F' : 'M';
    const firstName = dice.pick(pool[sex][generationOf(years)]);
    return {
      family: dice.pick(pool.families),
      firstName,
      sex,
      age: years === 0 ? `${dice.int(1, 11)}m` : String(years),
    };
  }

  private isChild(person: NamedPerson): boolean {
    return person.age.endsWith('m') || Number(person.age) < 14;
  }

  /** A child takes the home of somebody of the same name, when there is one. */
  private withFamily(person: NamedPerson): PersonTraits {
    const kin = this.patients.find((each) => each.row.used_name === person.family && each.ageYears < 50);
    return kin ? { livesWith: kin.name } : {};
  }
}

const insWeights = [
  ['qualified', 60],
  ['validated', 14],
  ['retrieved', 13],
  ['provisional', 13],
] as const;
const thirdWeights = [
  ['none', 66],
  ['amo', 20],
  ['full', 14],
] as const;
const thirdWhenIll = [
  ['none', 10],
  ['amo', 60],
  ['full', 30],
] as const;
const ageWeights: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 1], 14],
  [[2, 15], 30],
  [[18, 39], 20],
  [[40, 64], 18],
  [[65, 94], 18],
];

const headsUps = [
  'Appeler après 17 h.',
  'Arrive souvent en avance.',
  'Sa fille prend les rendez-vous.',
  'Ne lit pas le français : expliquer au téléphone.',
  'Sans voiture : éviter les changements d’horaire.',
  'Fauteuil roulant : salle du rez-de-chaussée.',
  'Préfère qu’on appelle sur le fixe.',
  'Voit mal : accompagner jusqu’à la salle.',
  'Son curateur demande un justificatif à chaque visite.',
  'Garde ses petits-enfants le mercredi.',
] as const;

const headsUpsOfChildren = [
  'Vient avec sa grand-mère.',
  'Appeler le père en premier.',
  'Garde alternée : les deux parents sont prévenus.',
  'Craint les piqûres.',
] as const;

const teamNotes = [
  'Apporter ses papiers de mutuelle à la prochaine visite.',
  'Préfère les matinées.',
  'Demande toujours un reçu sur papier.',
  'Nouvelle adresse à vérifier au prochain passage.',
] as const;

function birthDateOf(age: string, day: LocalDay, dice: World['dice']): LocalDay {
  if (age.includes('-')) return age;
  if (age.endsWith('m')) return addDays(day, -Math.round(Number(age.slice(0, -1)) * 30.44) - dice.int(0, 9));
  return addDays(day, -Math.round((Number(age) + 0.02) * 365.25) - dice.int(0, 350));
}

/** Highest number of a house: squares and lanes are short. */
function longestOf(street: string): number {
  return /^(?:place|allée|résidence|square|impasse)/.test(street) ? 24 : 190;
}

function generationOf(ageYears: number): 0 | 1 | 2 {
  return ageYears > 55 ? 0 : ageYears > 17 ? 1 : 2;
}

function upper(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}

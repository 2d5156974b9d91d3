import { normalisePhone, type PhoneRegion } from '../fr/phone.js';
import { fold } from '../patients/search-folding.js';
import type { LocalDay } from '../time/zone.js';
import * as rules from './cell-rules.js';
import type { MappedColumn } from './column-mapping.js';
import type { BirthDateReading } from './french-birth-date.js';
import { readBirthDate } from './french-birth-date.js';
import type { ImportReason } from './import.contract.js';
import type { PatientField } from './import-codes.js';

/** What a line says of a patient, in the shape the product keeps it. Missing texts are empty. */
export interface RowTraits {
  readonly birthName: string;
  readonly usedName: string;
  readonly firstName: string;
  readonly firstNames: string;
  readonly sex: rules.Sex;
  readonly birthDate: LocalDay;
  readonly birthPlaceCode: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string;
  readonly street: string;
  readonly postalCode: string;
  readonly communeCode: string | null;
  readonly headsUp: string;
  readonly teamNote: string;
  readonly usualPractitionerId: string | null;
  readonly referringDoctor: boolean;
  readonly longTermIllness: boolean;
  readonly complementaryName: string;
}

/** A commune as a file names it: looked up later, many at once. */
export interface CommuneSought {
  readonly code: string | null;
  readonly name: string;
  readonly postalCode: string;
}

export interface PatientRow {
  /** Null when the line is refused: the refusal is the first of `reasons`. */
  readonly traits: RowTraits | null;
  readonly reasons: readonly ImportReason[];
  readonly doubt: 'century_guessed' | 'day_month_swapped' | null;
  readonly home: CommuneSought | null;
  readonly birthPlace: CommuneSought | null;
  /** As far as they could be read, for a refused line too. */
  readonly shown: {
    birthName: string;
    usedName: string;
    firstName: string;
    birthDate: LocalDay | null;
    writtenBirthDate: string;
  };
}

export interface RowContext {
  readonly today: LocalDay;
  readonly region: PhoneRegion;
  readonly practitioners: readonly { id: string; firstName: string; lastName: string }[];
}

/** Reads one record under a mapping. Nothing is looked up: communes and known patients are the caller's. */
export function readPatientRow(
  cells: readonly string[],
  columns: readonly MappedColumn[],
  context: RowContext,
): PatientRow {
  const reasons: ImportReason[] = [];
  const cellOf = cellsByField(cells, columns);
  const names = namesOf(cellOf);
  const born = readBirthDate(cellOf('birthDate'), context.today);
  const shown = { ...names, birthDate: born.day, writtenBirthDate: rules.shortText(cellOf('birthDate'), 40) };
  const refusal = refusalOf(cells, columns, names, born, shown.writtenBirthDate);
  if (refusal || born.day === null) {
    return { traits: null, reasons: refusal ? [refusal] : [], doubt: null, home: null, birthPlace: null, shown };
  }
  if (born.note) reasons.push({ code: born.note, value: shown.writtenBirthDate });
  const home = homeOf(cellOf, reasons);
  const traits: RowTraits = {
    ...names,
    firstNames: cut(cellOf('firstNames'), 200, 'firstNames', reasons),
    sex: sexOf(cellOf, born.day, reasons),
    birthDate: born.day,
    birthPlaceCode: null,
    phone: phoneOf(cellOf, context.region, reasons),
    email: emailOf(cellOf('email'), reasons),
    street: cut(
      [cellOf('street'), cellOf('street2')].map(rules.cleanText).filter(Boolean).join(', '),
      200,
      'street',
      reasons,
    ),
    postalCode: home?.postalCode ?? '',
    communeCode: null,
    headsUp: cut(cellOf('headsUp'), 300, 'headsUp', reasons),
    teamNote: cut(cellOf('teamNote'), 1000, 'teamNote', reasons),
    ...doctorOf(cellOf('referringDoctor'), context, reasons),
    longTermIllness: rules.readYes(cellOf('longTermIllness')),
    complementaryName: cut(cellOf('complementaryName'), 100, 'complementaryName', reasons),
  };
  return { traits, reasons, doubt: born.doubt, home, birthPlace: birthPlaceOf(cellOf), shown };
}

type CellOf = (field: PatientField) => string;

function cellsByField(cells: readonly string[], columns: readonly MappedColumn[]): CellOf {
  const indexes = new Map(columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : [])));
  return (field) => {
    const index = indexes.get(field);
    const cell = index === undefined ? '' : (cells[index] ?? '').trim();
    return /^(?:null|\\N|n\/?a|#n\/a|#ref!)$/i.test(cell) ? '' : cell;
  };
}

function namesOf(cellOf: CellOf): { birthName: string; usedName: string; firstName: string } {
  const [birth, used] = [cellOf('birthName'), cellOf('usedName')];
  const both = rules.twoNames(birth || used);
  const split =
    both && (!birth || !used || fold(birth) === fold(used)) ? both : { birth: birth || used, used: used || birth };
  return {
    birthName: rules.familyName(split.birth),
    usedName: rules.familyName(split.used),
    firstName: rules.firstName(cellOf('firstName') || (cellOf('firstNames').split(/[\s,]+/)[0] ?? '')),
  };
}

function refusalOf(
  cells: readonly string[],
  columns: readonly MappedColumn[],
  names: { birthName: string; usedName: string; firstName: string },
  born: BirthDateReading,
  written: string,
): ImportReason | null {
  if (cells.slice(columns.length).some((cell) => cell.trim())) return { code: 'line_too_many_cells' };
  const needed = columns.filter(({ field }) => field === 'birthDate' || field === 'firstName');
  if (needed.some(({ index }) => index >= cells.length)) return { code: 'line_too_short' };
  const allNames = [names.birthName, names.usedName, names.firstName];
  if (allNames.some((name) => name.includes('\uFFFD'))) return { code: 'line_not_text' };
  if (names.birthName === '') return { code: 'name_empty' };
  if (names.firstName === '') return { code: 'first_name_empty' };
  if (allNames.some((name) => !/\p{L}/u.test(name) || name.length > 100)) return { code: 'name_without_letter' };
  return born.day === null ? { code: born.refusal, value: written } : null;
}

function sexOf(cellOf: CellOf, birthDate: LocalDay, reasons: ImportReason[]): rules.Sex {
  const written = cellOf('nir');
  const nir = written ? rules.readNir(written) : null;
  if (written && !nir?.valid) reasons.push({ code: 'nir_key_wrong' });
  const sex = rules.readSex(cellOf('sex')) ?? rules.readTitle(cellOf('title'));
  if (nir?.valid && (nir.year !== birthDate.slice(2, 4) || (sex && nir.sex && sex !== nir.sex))) {
    reasons.push({ code: 'nir_disagrees' });
  }
  if (sex) return sex;
  if (nir?.valid && nir.sex) {
    reasons.push({ code: 'sex_from_nir' });
    return nir.sex;
  }
  reasons.push({ code: 'sex_unknown' });
  return 'U';
}

/** The product keeps one number: a mobile before a landline, in the order of the columns. */
function phoneOf(cellOf: CellOf, region: PhoneRegion, reasons: ImportReason[]): string | null {
  const written = (['mobile', 'phone', 'otherPhone'] as const)
    .flatMap((field) => cellOf(field).split(/\s*(?:[/;,|]|\bou\b)\s*(?=[+0])/))
    .map((text) => rules.cleanText(text))
    .filter((text) => /\d/.test(text));
  const numbers = [...new Set(written.flatMap((text) => normalisePhone(text, region) ?? []))];
  if (written.some((text) => normalisePhone(text, region) === null)) reasons.push({ code: 'phone_unreadable' });
  const chosen =
    numbers.find((number) => /^\+(?:33[67]|(?:262|590|594|596)(?:69|6))/.test(number)) ?? numbers[0] ?? null;
  if (numbers.length > 1) reasons.push({ code: 'other_phone_left_out' });
  if (!chosen) reasons.push({ code: 'without_phone' });
  return chosen;
}

function emailOf(written: string, reasons: ImportReason[]): string {
  if (written === '') return '';
  const email = rules.readEmail(written);
  if (!email) reasons.push({ code: 'email_unreadable' });
  return email ?? '';
}

/** '59000 LILLE' in the city's cell gives both; 'CEDEX' and what follows are the post's own words. */
function homeOf(cellOf: CellOf, reasons: ImportReason[]): CommuneSought | null {
  const [, inCity, bare] = /^(?:F-?)?(\d{5})?\s*(.*)$/i.exec(rules.cleanText(cellOf('city'))) ?? [];
  const written = cellOf('postalCode') || (inCity ?? '');
  const postalCode = rules.readPostalCode(written);
  if (written && !postalCode) reasons.push({ code: 'postal_code_unreadable' });
  const code = rules.readCommuneCode(cellOf('communeCode'));
  const name = (bare ?? '').replace(/\s+cedex\b.*$/i, '');
  return code || name || postalCode ? { code, name, postalCode: postalCode ?? '' } : null;
}

/** A place may be written with its postal code or department: 'LILLE (59)', '59000 Lille'. */
function birthPlaceOf(cellOf: CellOf): CommuneSought | null {
  const code = rules.readCommuneCode(cellOf('birthPlaceCode'));
  const [, inName, bare, department] =
    /^(\d{5})?\s*(.*?)\s*(?:\((\d[\dAB]\d?)\))?$/i.exec(rules.cleanText(cellOf('birthPlace'))) ?? [];
  const postalCode = rules.readPostalCode(cellOf('birthPostalCode')) ?? inName ?? department ?? '';
  return code || bare ? { code, name: bare ?? '', postalCode } : null;
}

/** A name that is one of the practice's own becomes the usual practitioner; any name says a doctor is declared. */
function doctorOf(written: string, { practitioners }: RowContext, reasons: ImportReason[]) {
  const none = { usualPractitionerId: null, referringDoctor: true };
  if (written === '' || rules.readYes(written)) return none;
  if (rules.saysNone(written)) return { ...none, referringDoctor: false };
  const words = fold(written)
    .split(' ')
    .filter((word) => !['dr', 'docteur', 'pr', 'professeur', 'mme', 'm'].includes(word));
  const found = practitioners.filter(({ firstName, lastName }) => {
    const names = fold(lastName).split(' ');
    const rest = words.filter((word) => !names.includes(word));
    return names.every((name) => words.includes(name)) && rest.every((word) => fold(firstName).startsWith(word));
  });
  if (found.length === 1) return { ...none, usualPractitionerId: found[0]?.id ?? null };
  reasons.push({ code: 'practitioner_unknown' });
  return none;
}

function cut(written: string, max: number, field: PatientField, reasons: ImportReason[]): string {
  const clean = rules.cleanText(written);
  if (clean.length <= max) return clean;
  reasons.push({ code: 'text_cut', field });
  return rules.shortText(clean, max);
}

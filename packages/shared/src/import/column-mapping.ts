import { nirKey } from '../identity/checks.js';
import { fold } from '../patients/search-folding.js';
import type { LocalDay } from '../time/zone.js';
import { shortText } from './cell-rules.js';
import { readBirthDate } from './french-birth-date.js';
import { fieldOfHeader } from './header-names.js';
import { type ColumnConfidence, fieldsNotKept, type PatientField } from './import-codes.js';

/** A column and what it becomes; `field` null: not imported. */
export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly field: PatientField | null;
  readonly confidence: ColumnConfidence;
  readonly kept: boolean;
  readonly examples: readonly string[];
}

interface Guess {
  readonly field: PatientField | null;
  readonly confidence: ColumnConfidence;
}

const unknown: Guess = { field: null, confidence: 'none' };
const phoneFields: readonly PatientField[] = ['mobile', 'phone', 'otherPhone'];

/**
 * What each column of a patients' file becomes: by its head, else by what stands under it. Two columns never become one
 * field: the surer wins, then the first; a second phone column takes the next phone field.
 * @param rows some records under the header, as read.
 */
export function proposeColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  today: LocalDay,
): MappedColumn[] {
  const under = headers.map((_, index) => rows.map((cells) => (cells[index] ?? '').trim()).filter(Boolean));
  const guesses = headers.map((header, index) => guessOf(header, under[index] ?? [], today));
  const settled = withoutDoubles(settleNames(headers, guesses));
  return headers.map((header, index) => columnOf(index, header, settled[index] ?? unknown, under[index] ?? []));
}

/** The same columns under a choice of fields made by a person, now or for an earlier file. */
export function chooseColumns(
  columns: readonly MappedColumn[],
  fieldOf: (column: MappedColumn) => PatientField | null | undefined,
): MappedColumn[] {
  return columns.map((column) => {
    const field = fieldOf(column);
    if (field === undefined) return column;
    const examples = column.examples.map((each) => (field === 'nir' ? maskNir(each) : each));
    return { ...column, field, confidence: 'chosen', kept: isKept(field), examples };
  });
}

/** Fields no patient can be made without; one of the two names is enough. */
export function missingFields(columns: readonly Pick<MappedColumn, 'field'>[]): PatientField[] {
  const has = (field: PatientField) => columns.some((column) => column.field === field);
  return [
    ...(has('birthName') || has('usedName') ? [] : (['birthName'] as const)),
    ...(['firstName', 'birthDate'] as const).filter((field) => !has(field)),
  ];
}

/** The first field two columns claim; null when each has one of its own. */
export function fieldTwice(columns: readonly Pick<MappedColumn, 'field'>[]): PatientField | null {
  const fields = columns.flatMap(({ field }) => field ?? []);
  return fields.find((field, index) => fields.indexOf(field) !== index) ?? null;
}

/** '1 57 07 ••': sex, year and month of a social security number; any other text as it is. */
export function maskNir(text: string): string {
  const compact = text.replace(/[\s.-]/g, '');
  if (!/^[1-8]\d{4}(?:\d\d|2[AB])\d{6}(?:\d\d)?$/i.test(compact)) return text;
  return `${compact.slice(0, 1)} ${compact.slice(1, 3)} ${compact.slice(3, 5)} ••`;
}

function guessOf(header: string, cells: readonly string[], today: LocalDay): Guess {
  const named = fieldOfHeader(header);
  if (named?.field === 'birthPlace' && mostly(cells, (cell) => /^\d[\dAB]\d{3}$/.test(cell))) {
    return { field: 'birthPlaceCode', confidence: 'likely' };
  }
  if (named) return named;
  const isNir = (cell: string) => nirKey(cell.replace(/[\s.-]/g, '').slice(0, 13)) !== null;
  if (mostly(cells, isNir)) return { field: 'nir', confidence: 'likely' };
  if (mostly(cells, (cell) => /^[^\s@]+@[^\s@]+\.\w+$/.test(cell))) return { field: 'email', confidence: 'likely' };
  if (mostly(cells, (cell) => /^0[67](?:[\s.-]?\d\d){4}$/.test(cell))) return { field: 'mobile', confidence: 'likely' };
  if (fold(header).includes('nais') && mostly(cells, (cell) => readBirthDate(cell, today).day !== null)) {
    return { field: 'birthDate', confidence: 'likely' };
  }
  return unknown;
}

/** Enough cells to judge, nine in ten of them alike. */
function mostly(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.length >= 3 && cells.filter(test).length >= cells.length * 0.9;
}

/** 'NOM' alone is the birth name; beside 'NOM_USUEL' it is the birth name too; beside a birth name, the one in use. */
function settleNames(headers: readonly string[], guesses: readonly Guess[]): Guess[] {
  if (guesses.some(({ field }) => field === 'birthName')) return [...guesses];
  const isUsed = (guess: Guess) => guess.field === 'usedName';
  const isPlain = (index: number) => !/usuel|usage|utilise|marital|epouse|mari/.test(fold(headers[index] ?? ''));
  const plain = guesses.findIndex((guess, index) => isUsed(guess) && isPlain(index));
  return guesses.map((guess, index) => (index === plain ? { ...guess, field: 'birthName' } : guess));
}

function withoutDoubles(guesses: readonly Guess[]): Guess[] {
  const taken = new Map<PatientField, number>();
  const order = [...guesses.keys()].sort((a, b) => rank(guesses[a]) - rank(guesses[b]) || a - b);
  const settled = guesses.map(() => unknown);
  for (const index of order) {
    const guess = guesses[index];
    if (!guess?.field) continue;
    const choices = phoneFields.includes(guess.field)
      ? phoneFields.slice(phoneFields.indexOf(guess.field))
      : [guess.field];
    const free = choices.find((field) => !taken.has(field));
    if (!free) continue;
    taken.set(free, index);
    settled[index] = { field: free, confidence: free === guess.field ? guess.confidence : 'likely' };
  }
  return settled;
}

function rank(guess: Guess | undefined): number {
  return guess?.confidence === 'sure' ? 0 : 1;
}

function columnOf(index: number, header: string, { field, confidence }: Guess, cells: readonly string[]): MappedColumn {
  const examples = [...new Set(cells)].slice(0, 3).map((cell) => maskNir(shortText(cell, 40)));
  return { index, header: shortText(header, 80), field, confidence, kept: isKept(field), examples };
}

function isKept(field: PatientField | null): boolean {
  return field !== null && !fieldsNotKept.includes(field);
}

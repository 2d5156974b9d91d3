import { parseDateFr } from '../../formats/parse.js';
import { normalisePhone, type PhoneRegion } from '../../fr/phone.js';
import { fold, wordsOf } from '../../patients/search-folding.js';
import type { LocalDay } from '../../time/zone.js';

export interface NamedMotif {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

export interface VisitText {
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
}

export interface VisitContext {
  readonly today: LocalDay;
  readonly region: PhoneRegion;
  /** Those in use. */
  readonly motifs: readonly NamedMotif[];
}

export const blockReasons = ['leave', 'training', 'sick', 'meeting', 'other'] as const;
export type BlockReason = (typeof blockReasons)[number];

/** What the words of an event say about a visit. Nothing here is certain: the practice's own files decide. */
export interface VisitWords {
  /** Folded runs of two to five words that may be a whole name, the longest first. */
  readonly phrases: readonly string[];
  /** Folded words that may be a name, in the order written. */
  readonly words: readonly string[];
  /** The name as a person would type it from this text; empty parts where nothing was found. */
  readonly person: { readonly familyName: string; readonly firstName: string; readonly sex: 'F' | 'M' | null };
  /** E.164, as many as the text holds, three at most. */
  readonly phones: readonly string[];
  readonly birthDate: LocalDay | null;
  readonly motifId: string | null;
  /** The event speaks of time that is not for patients. */
  readonly block: BlockReason | null;
}

const mostWords = 12;
const longestName = 5;
const phone = /(?<![\d.+])(?:(?:\+|00)33[\s.-]?(?:\(0\))?|0)[1-9](?:[\s.\u00A0\u202F-]?\d{2}){4}(?!\d)/g;
const writtenDate = /(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?![./-]?\d)/g;
const labelled =
  /^[ \t]*(?:patient(?:e)?|nom(?: du patient)?|name|client(?:e)?)[ \t\u00A0\u202F]*:[ \t\u00A0]*(.+)$/gimu;
const separators = /\s[-–—|/]+\s|[:;,()[\]\n•|]+/u;

const titles: Readonly<Record<string, 'F' | 'M' | null>> = {
  m: 'M',
  mr: 'M',
  monsieur: 'M',
  mme: 'F',
  mlle: 'F',
  madame: 'F',
  mademoiselle: 'F',
  enfant: null,
  bebe: null,
  patient: null,
  patiente: null,
  rdv: null,
  nouveau: null,
  nouvelle: null,
  nee: null,
  ne: null,
  le: null,
  tel: null,
  doctolib: null,
};
/** Particles are titles nowhere else: « LE GUEN » keeps its « le ». */
const onlyBefore: ReadonlySet<string> = new Set(['le', 'ne', 'nee', 'tel']);

const blockWords: Readonly<Record<BlockReason, readonly string[]>> = {
  training: ['formation', 'congres', 'seminaire', 'dpc', 'colloque', 'journees'],
  sick: ['maladie', 'arret'],
  meeting: ['reunion', 'staff', 'meeting', 'rcp'],
  leave: ['conge', 'conges', 'vacances', 'ferme', 'fermeture', 'absent', 'absente', 'absence', 'rtt', 'repos', 'ferie'],
  other: ['pause', 'dejeuner', 'indisponible', 'bloque', 'administratif', 'compta', 'perso', 'personnel'],
};

/**
 * Reads « DUPONT Marie (contrôle) », « Mme Dupont Marie 06… », « Consultation - Marie DUPONT », and of the description
 * a line « Patient : … », phones and a birth date. A date of the last days is no birth date.
 */
export function visitWords(text: VisitText, context: VisitContext): VisitWords {
  const named = [...withoutMarkup(text.description).matchAll(labelled)].map((match) => match[1] ?? '').slice(0, 1);
  const whole = `${text.summary}\n${named.join('\n')}`;
  const bare = whole
    .replace(phone, ' ')
    .replace(writtenDate, ' ')
    .replace(/\bn[ée]{1,2}e?\s+le\b/giu, ' ');
  const segments = bare
    .split(separators)
    .map((each) => each.trim())
    .filter(Boolean);
  const motifId = motifOf(segments, text.categories, context.motifs);
  const motif = context.motifs.find(({ id }) => id === motifId);
  const words = nameWords(segments, motif).slice(0, mostWords);
  return {
    phrases: runsOf(words),
    words,
    person: personOf(segments, motif),
    phones: phonesOf(`${text.summary}\n${withoutMarkup(text.description)}`, context.region),
    birthDate: birthDateOf(`${text.summary}\n${withoutMarkup(text.description)}`, context.today),
    motifId,
    block: blockOf(text),
  };
}

/** Descriptions are often made of HTML. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

function nameWords(segments: readonly string[], motif: NamedMotif | undefined): string[] {
  return segments
    .filter((segment) => !isMotif(segment, motif))
    .flatMap((segment) => withoutTitles(wordsOf(segment)))
    .filter((word) => !/\d/.test(word) && (word.length > 1 || word === 'd'));
}

function withoutTitles(words: readonly string[]): string[] {
  return words.filter(
    (word, at) => !(word in titles) || (onlyBefore.has(word) && at < words.length - 1 && word === 'le'),
  );
}

function runsOf(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let length = Math.min(longestName, words.length); length >= 2; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) runs.push(words.slice(from, from + length).join(' '));
  }
  return [...new Set(runs)];
}

/** The segment a name stands in: words in capitals are the family name, else the first word is, as agendas go. */
function personOf(segments: readonly string[], motif: NamedMotif | undefined): VisitWords['person'] {
  for (const segment of segments) {
    if (isMotif(segment, motif)) continue;
    const written = segment.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !/\d/.test(word));
    const title = written.map((word) => fold(word)).find((word) => titles[word]);
    const kept = written.filter((word) => !(fold(word) in titles) || /^le$/i.test(word));
    const capitals = kept.filter((word) => word.length > 1 && word === word.toLocaleUpperCase('fr'));
    const isMixed = capitals.length > 0 && capitals.length < kept.length;
    const family = isMixed ? capitals : kept.slice(0, 1);
    const first = isMixed ? kept.filter((word) => !capitals.includes(word)) : kept.slice(1);
    if (kept.length < 2 && !title) continue;
    return {
      familyName: family.join(' ').toLocaleUpperCase('fr').slice(0, 100),
      firstName: first.slice(0, 3).join(' ').slice(0, 100),
      sex: title ? (titles[title] ?? null) : null,
    };
  }
  return { familyName: '', firstName: '', sex: null };
}

/** A whole part of the text or a category is the motif's name; else the longest name the text contains. */
function motifOf(
  segments: readonly string[],
  categories: readonly string[],
  motifs: readonly NamedMotif[],
): string | null {
  const said = [...segments, ...categories].map(fold);
  const exact = motifs.find((motif) => namesOf(motif).some((name) => said.includes(name)));
  if (exact) return exact.id;
  const text = ` ${fold(segments.join(' '))} `;
  const within = motifs
    .flatMap((motif) => namesOf(motif).map((name) => ({ id: motif.id, name })))
    .filter(({ name }) => name.length >= 5 && text.includes(` ${name} `))
    .sort((a, b) => b.name.length - a.name.length);
  return within[0]?.id ?? null;
}

function isMotif(segment: string, motif: NamedMotif | undefined): boolean {
  return motif !== undefined && namesOf(motif).includes(fold(segment));
}

function namesOf({ name, shortName }: NamedMotif): string[] {
  return [fold(name), fold(shortName)].filter((each) => each !== '');
}

function phonesOf(text: string, region: PhoneRegion): string[] {
  const found = [...text.matchAll(phone)].flatMap((match) => normalisePhone(match[0], region) ?? []);
  return [...new Set(found)].slice(0, 3);
}

/** The first date at least a month old: an agenda also writes when a visit was booked. */
function birthDateOf(text: string, today: LocalDay): LocalDay | null {
  const spoken = /n[ée]{1,2}e?\s{0,3}(?:le\s{0,3})?:?\s{0,3}(\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))/iu.exec(
    text,
  )?.[1];
  const dates = [...(spoken ? [spoken] : []), ...[...text.matchAll(writtenDate)].map((match) => match[0])];
  const days = dates.flatMap((each) => parseDateFr(each, today) ?? []);
  if (spoken) return days[0] ?? null;
  const years = Number(today.slice(0, 4));
  return days.find((day) => day >= '1900-01-01' && Number(day.slice(0, 4)) < years - 1) ?? null;
}

function blockOf({ summary, categories }: VisitText): BlockReason | null {
  const words = new Set([summary, ...categories].flatMap(wordsOf));
  return blockReasons.find((reason) => blockWords[reason].some((word) => words.has(word))) ?? null;
}

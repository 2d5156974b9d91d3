import { fold, wordsOf } from '../../patients/search-folding.js';
import { cleanText } from '../ics/calendar-event.js';
import { type VisitText, type VisitWords, withoutMarkup } from './visit-words.js';

/** The note of a visit holds no more. */
const longest = 300;
/** Lines that only repeat what the patient's file has, or say who made the booking. */
const repeated =
  /^\s*(?:patient|nom|prenom|tel|telephone|mobile|portable|e ?mail|mail|courriel|date de naissance|ne le|nee le|ddn|motif|praticien|https?)\b/;

/**
 * What an event says besides the patient and the motif: the rest of its title, then its description. Empty when the
 * title is the name alone. A comment of the old agenda is worth keeping: « apporter les radios ».
 */
export function visitNote(text: VisitText, { person, phones }: VisitWords, motifNames: readonly string[]): string {
  const known = new Set([person.familyName, person.firstName, ...motifNames].flatMap(wordsOf));
  const digits = phones.map((phone) => phone.slice(-9));
  const says = wordsOf(text.summary).some((word) => !known.has(word) && !/^\d+$/.test(word) && !quiet.has(word));
  const lines = withoutMarkup(text.description)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !repeated.test(fold(line)))
    .filter((line) => !digits.some((end) => line.replace(/\D/g, '').endsWith(end)));
  return cleanText([...(says ? [text.summary] : []), ...lines].join('\n'), longest).trim();
}

const quiet: ReadonlySet<string> = new Set([
  'm',
  'mr',
  'mme',
  'mlle',
  'monsieur',
  'madame',
  'rdv',
  'patient',
  'patiente',
]);

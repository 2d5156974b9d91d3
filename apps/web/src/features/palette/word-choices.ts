import {
  type BookingCandidate,
  type BookingToken,
  type BookingVocabulary,
  parseBookingWords,
} from '@pupitre/shared/planning/booking-words';

/** One thing a doubtful word may mean, and the sentence once it is said without doubt. */
export interface WordChoice {
  readonly token: BookingToken;
  readonly candidate: BookingCandidate;
  readonly sentence: string;
}

/** The choices of the first doubtful word; the others come once it is settled. */
export function wordChoices(text: string, vocabulary: BookingVocabulary): WordChoice[] {
  const { tokens } = parseBookingWords(text, vocabulary);
  const token = tokens.find(({ candidates }) => candidates !== undefined && candidates.length > 0);
  return (token?.candidates ?? []).flatMap((candidate) => {
    const said = token && sureWords(candidate, vocabulary);
    return token && said ? [{ token, candidate, sentence: sentenceWith(said, text, token, tokens) }] : [];
  });
}

/** What is typed to mean it and nothing else; undefined when two things of the practice bear the same names. */
function sureWords(candidate: BookingCandidate, vocabulary: BookingVocabulary): string | undefined {
  if (candidate.kind === 'words') return candidate.text;
  const { motifs, resources } = vocabulary;
  const named = [...motifs, ...resources].find(({ id }) => id === candidate.id);
  return [named?.name, named?.shortName].find((name) => {
    if (name === undefined) return false;
    const { motifId, resourceIds, tokens } = parseBookingWords(`; ${name}`, vocabulary);
    const isMeant = candidate.kind === 'motif' ? motifId === candidate.id : resourceIds.includes(candidate.id);
    return isMeant && tokens.length === 1;
  });
}

/** A sentence without `;` gets one after the patient: short names would be hers. */
function sentenceWith(
  said: string,
  text: string,
  { start, end }: BookingToken,
  tokens: readonly BookingToken[],
): string {
  const settled = `${text.slice(0, start)}${said}${text.slice(end)}`;
  const [patient, next] = tokens;
  if (text.includes(';') || patient?.kind !== 'patient' || !next) return settled;
  return `${patient.text} ; ${settled.slice(next.start)}`;
}

import { parseTime } from '@pupitre/shared/formats/parse';

/** A typed hour as minutes of the day; « 24 h » is its end. Null when it is none. */
export function readClock(text: string): number | null {
  return /^24(?:[h:]?(?:00)?)?$/i.test(text.replace(/\s/g, '')) ? 1440 : parseTime(text);
}

import { parseTime } from '@pupitre/shared/formats/parse';
import type { Interval } from '@pupitre/shared/planning/interval';

const time = String.raw`\d{1,2}(?:\s*[h:.]\s*(?:\d{2}(?!\d|\s*[h:.]))?|\d{2})?`;
const range = new RegExp(String.raw`(${time})\s*(?:-|–|—|à|to)\s*(${time})`, 'giu');
const between = /^(?:[\s,;/+&]|et|and)*$/iu;

/** Minutes of a time as typed; '24 h' is the end of the day. */
const minutesOf = (text: string): number | null =>
  /^24(?:[h:.]?(?:00)?)?$/i.test(text.replace(/\s/g, '')) ? 1440 : parseTime(text);

/**
 * A day's opening as one types it: « 8h30-12h, 14h-18h30 », « 9 h – 12 h et 14 h – 18 h », '09:00–12:00 14:00–18:00'.
 * Empty means closed. Null when something in it is not a stretch of time, ends before it starts or meets another.
 */
export function readDay(text: string): readonly Interval[] | null {
  const spans: Interval[] = [];
  const rest = text.replace(range, (_, from: string, to: string) => {
    const [startMin, endMin] = [minutesOf(from), minutesOf(to)];
    // A stretch that cannot be leaves a mark, so that the whole is refused.
    if (startMin === null || endMin === null || startMin >= endMin) return '?';
    spans.push({ startMin, endMin });
    return '';
  });
  spans.sort((a, b) => a.startMin - b.startMin);
  const meets = spans.some(({ startMin }, index) => startMin < (spans[index - 1]?.endMin ?? 0));
  return between.test(rest) && !meets ? spans : null;
}

/** The same, written as the screens write it, so that reading it again gives the same. */
export const writeDay = (spans: readonly Interval[], timeRange: (from: number, to: number) => string): string =>
  spans.map(({ startMin, endMin }) => timeRange(startMin, endMin)).join(', ');

import type { BookingLexicon, NamedMoment, TimeUnit } from '../planning/booking-lexicon.js';

const evening = { afterMin: 1020 } as const;
const noon = { afterMin: 720 } as const;

/** What desks that read English type for moments. Dates are day first, as the practice writes them. */
export const englishBookingLexicon: BookingLexicon = {
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tue', 'tues'],
    ['wednesday', 'wed', 'weds'],
    ['thursday', 'thu', 'thur', 'thurs'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ],
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  named: moments([
    [['today', 'tod'], { inDays: 0 }],
    [['tomorrow', 'tom', 'tmr', 'tmrw'], { inDays: 1 }],
    [['day after tomorrow', 'the day after tomorrow'], { inDays: 2 }],
    [['am', 'morning', 'morn', 'in the morning'], { partOfDay: 'morning' }],
    [['pm', 'afternoon', 'aft', 'in the afternoon'], { partOfDay: 'afternoon' }],
    [['evening', 'eve', 'in the evening'], evening],
    [['noon', 'midday'], noon],
    [['this morning'], { inDays: 0, partOfDay: 'morning' }],
    [['this afternoon'], { inDays: 0, partOfDay: 'afternoon' }],
    [['this evening', 'tonight'], { inDays: 0, ...evening }],
  ]),
  nobody: ['today', 'tomorrow', 'tmr', 'tmrw', 'am', 'pm', 'morning', 'afternoon', 'evening', 'tonight', 'noon'],
  article: /^(?:the|on|at|in|of) (?<a>.+)$/,
  dates: [
    /^(?<d>\d{1,2})\/(?<m>\d{1,2})(?:\/(?<y>\d{2}|\d{4}))?$/,
    /^(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]+)(?: (?<y>\d{4}))?$/,
    /^(?<month>[a-z]+) (?<d>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y>\d{4}))?$/,
    /^(?:on )?the (?<d>\d{1,2})$/,
    /^(?<d>\d{1,2})(?:st|nd|rd|th)$/,
    /^(?<month>[a-z]+) (?<y>\d{4})$/,
  ],
  time: (phrase) => {
    if (phrase === 'noon' || phrase === 'midday') return noon.afterMin;
    const half = /^(1[0-2]|0?[1-9])(?:[:.h]([0-5]\d))? ?(am|pm)$/.exec(phrase);
    if (half) return ((Number(half[1]) % 12) + (half[3] === 'pm' ? 12 : 0)) * 60 + Number(half[2] ?? 0);
    const time = /^([01]?\d|2[0-3]) ?(?:h(?: ?([0-5]\d))?|:([0-5]\d))$/.exec(phrase);
    return time ? Number(time[1]) * 60 + Number(time[2] ?? time[3] ?? 0) : undefined;
  },
  before: /^(?:before |< ?)(?<a>.+)$/,
  after: /^(?:after |> ?)(?<a>.+)$/,
  from: /^(?:from |as of |starting )(?<a>.+)$/,
  until: /^(?:by |until |till )(?<a>.+)$/,
  between: [/^between (?<a>.+) and (?<b>.+)$/, /^(?:from )?(?<a>.+?)(?: ?- ?| to )(?<b>.+)$/],
  or: / or |, ?/,
  count: /^(?<n>\d{1,3}) ?(?<unit>[a-z]+)$/,
  ahead: /^in (?<a>.+)$/,
  within: /^within (?<a>.+)$/,
  units: new Map<string, TimeUnit>([
    ...each(['h', 'hr', 'hrs', 'hour', 'hours'], 'hour' as const),
    ...each(['d', 'day', 'days'], 'day' as const),
    ...each(['w', 'wk', 'wks', 'week', 'weeks'], 'week' as const),
    ...each(['mo', 'month', 'months'], 'month' as const),
    ...each(['y', 'yr', 'year', 'years'], 'year' as const),
  ]),
  fortnights: new Map(),
  weekNumber: /^(?:w|wk|week) ?(?<n>\d{1,2})$/,
  weeksAhead: /^(?:w|wk|week) ?\+ ?(?<n>\d{1,2})$/,
  nextWeek: /^next (?:wk|week)$/,
  thisWeek: /^this (?:wk|week)$/,
  nextMonth: /^next month$/,
  thisMonth: /^this month$/,
  early: /^(?:early|start of|beginning of) (?<month>[a-z]+)$/,
  middle: /^mid[ -](?<month>[a-z]+)$/,
  late: /^(?:late|end|end of) (?<month>[a-z]+)$/,
  nextWeekday: /^next (?<weekday>[a-z]+)$/,
  thisWeekday: /^this (?<weekday>[a-z]+)$/,
  titles: ['dr', 'pr', 'doctor', 'professor', 'mr', 'mrs', 'ms'],
  urgent: ['urgent', 'urgently'],
  places: new Map([
    ...each(['home', 'at home', 'home visit'], 'home' as const),
    ...each(['video', 'visio', 'by video', 'online'], 'video' as const),
    ...each(['practice', 'at the practice', 'surgery'], 'practice' as const),
  ]),
  linking: ['with', 'for', 'see'],
  numberAs: { date: (n) => `the ${n}`, hour: (n) => `${n}h` },
};

function each<T>(words: readonly string[], meaning: T): [string, T][] {
  return words.map((word) => [word, meaning]);
}

function moments(told: readonly (readonly [readonly string[], NamedMoment])[]): Map<string, NamedMoment> {
  return new Map(told.flatMap(([words, moment]) => each(words, moment)));
}

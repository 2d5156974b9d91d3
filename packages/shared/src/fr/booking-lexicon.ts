import type { BookingLexicon, NamedMoment, TimeUnit } from '../planning/booking-lexicon.js';

const evening = { afterMin: 1020 } as const;
const noon = { afterMin: 720 } as const;

/** What French desks type for moments. « soir » begins at 17 h; « 15 j » is two weeks and « 8 j » one, as they are said. */
export const frenchBookingLexicon: BookingLexicon = {
  weekdays: [
    ['lundi', 'lun'],
    ['mardi', 'mar'],
    ['mercredi', 'mer'],
    ['jeudi', 'jeu'],
    ['vendredi', 'ven'],
    ['samedi', 'sam'],
    ['dimanche', 'dim'],
  ],
  months: [
    ['janvier', 'janv', 'jan'],
    ['fevrier', 'fevr', 'fev'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil'],
    ['aout'],
    ['septembre', 'sept'],
    ['octobre', 'oct'],
    ['novembre', 'nov'],
    ['decembre', 'dec'],
  ],
  named: moments([
    [['auj', "aujourd'hui", 'aujourdhui', 'ajd'], { inDays: 0 }],
    [['dem', 'demain'], { inDays: 1 }],
    [['apres-demain', 'apres demain'], { inDays: 2 }],
    [['mat', 'matin', 'matinee'], { partOfDay: 'morning' }],
    [['apm', 'aprem', 'apres-midi', 'apres midi'], { partOfDay: 'afternoon' }],
    [['soir', 'soiree'], evening],
    [['midi'], noon],
    [['ce matin', 'ce mat'], { inDays: 0, partOfDay: 'morning' }],
    [['cet apm', 'cet aprem', 'cet apres-midi', 'cet apres midi'], { inDays: 0, partOfDay: 'afternoon' }],
    [['ce soir'], { inDays: 0, ...evening }],
    [['ce midi'], { inDays: 0, ...noon }],
  ]),
  nobody: ['auj', "aujourd'hui", 'aujourdhui', 'ajd', 'apm', 'aprem', 'apres-midi', 'apres-demain'],
  article: /^(?:(?:le|la|les|de|du|a|au|pour) |l')(?<a>.+)$/,
  dates: [
    /^(?<d>\d{1,2})\/(?<m>\d{1,2})(?:\/(?<y>\d{2}|\d{4}))?$/,
    /^(?<d>\d{1,2})(?:er)? (?<month>[a-z]+)(?: (?<y>\d{4}))?$/,
    /^(?:le|du|au) (?<d>\d{1,2})(?:er)?$/,
    /^(?<d>1)er$/,
    /^(?<month>[a-z]+) (?<y>\d{4})$/,
  ],
  time: (phrase) => {
    if (phrase === 'midi') return noon.afterMin;
    const time = /^([01]?\d|2[0-3]) ?(?:(?:h|heures?)(?: ?([0-5]\d))?|:([0-5]\d))$/.exec(phrase);
    return time ? Number(time[1]) * 60 + Number(time[2] ?? time[3] ?? 0) : undefined;
  },
  before: /^(?:avant |< ?)(?<a>.+)$/,
  after: /^(?:apres |> ?)(?<a>.+)$/,
  from: /^(?:des |a partir (?:d')?)(?<a>.+)$/,
  until: /^(?:d'ici |jusqu'(?:a|au) )(?<a>.+)$/,
  between: [/^entre (?<a>.+) et (?<b>.+)$/, /^(?:de |du )?(?<a>.+?)(?: ?- ?| a | au )(?<b>.+)$/],
  or: / ou |, ?/,
  count: /^(?<n>\d{1,3}) ?(?<unit>[a-z]+)$/,
  ahead: /^dans (?<a>.+)$/,
  within: /^sous (?<a>.+)$/,
  units: new Map<string, TimeUnit>([
    ...each(['h', 'heures'], 'hour' as const),
    ...each(['j', 'jr', 'jrs', 'jour', 'jours'], 'day' as const),
    ...each(['s', 'sem', 'semaine', 'semaines'], 'week' as const),
    ...each(['mois'], 'month' as const),
    ...each(['an', 'ans'], 'year' as const),
  ]),
  fortnights: new Map([
    [8, 7],
    [15, 14],
  ]),
  weekNumber: /^(?:s|sem|semaine) ?(?<n>\d{1,2})$/,
  weeksAhead: /^(?:s|sem|semaine) ?\+ ?(?<n>\d{1,2})$/,
  nextWeek: /^(?:la )?(?:sem|semaine) (?:pro|proch|prochaine)$/,
  thisWeek: /^cette (?:sem|semaine)$/,
  nextMonth: /^(?:le )?mois (?:pro|proch|prochain)$/,
  thisMonth: /^ce mois(?:-ci)?$/,
  early: /^debut (?:de |d')?(?<month>[a-z]+)$/,
  middle: /^(?:mi|milieu)[ -](?:de |d')?(?<month>[a-z]+)$/,
  late: /^fin (?:de |d')?(?<month>[a-z]+)$/,
  nextWeekday: /^(?<weekday>[a-z]+) (?:pro|proch|prochain)$/,
  thisWeekday: /^ce (?<weekday>[a-z]+)$/,
  titles: ['dr', 'pr', 'docteur', 'professeur', 'm', 'mme'],
  urgent: ['urgent', 'urgente', 'en urgence'],
  places: new Map([
    ...each(['domicile', 'a domicile', 'visite', 'vad'], 'home' as const),
    ...each(['visio', 'video', 'en visio', 'tele', 'teleconsult', 'teleconsultation'], 'video' as const),
    ...each(['cabinet', 'au cabinet'], 'practice' as const),
  ]),
  linking: ['avec', 'chez', 'pour', 'en'],
  numberAs: { date: (n) => `le ${n}`, hour: (n) => `${n}h` },
};

function each<T>(words: readonly string[], meaning: T): [string, T][] {
  return words.map((word) => [word, meaning]);
}

function moments(told: readonly (readonly [readonly string[], NamedMoment])[]): Map<string, NamedMoment> {
  return new Map(told.flatMap(([words, moment]) => each(words, moment)));
}

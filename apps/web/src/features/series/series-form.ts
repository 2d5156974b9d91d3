import { type SeriesRequest, seriesChoice } from '@pupitre/shared/planning/series.contract';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { isoWeekday, isRealDay, type LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';
import { offeredMotifs } from '../../lib/offered-motifs';
import { patientInHand, type SeriesWish } from './series-wish';

/** What is the person's own: kept on the server while she types. */
export const seriesForm = z.object({
  patient: patientInHand.nullable(),
  motifId: z.string().nullable(),
  resourceId: z.string().nullable(),
  durationMin: z.number().nullable(),
  startMin: z.number(),
  from: z.string(),
  unit: z.enum(['day', 'week']).default('week'),
  every: z.number(),
  weekdays: z.array(z.number()),
  ends: z.enum(['count', 'until']),
  count: z.number(),
  until: z.string(),
  skipHolidays: z.boolean(),
  note: z.string(),
  choices: z.record(z.string(), seriesChoice),
});
export type SeriesForm = z.output<typeof seriesForm>;

const usualCount = 12;
const morning = 9 * 60;

export function blankForm(today: LocalDay, wish: SeriesWish | null): SeriesForm {
  const from = wish?.day ?? today;
  return {
    patient: wish?.patient ?? null,
    motifId: wish?.motifId ?? null,
    resourceId: wish?.resourceId ?? null,
    durationMin: wish?.durationMin ?? null,
    startMin: wish?.startMin ?? morning,
    from,
    unit: 'week',
    every: 1,
    weekdays: [isoWeekday(from)],
    ends: 'count',
    count: usualCount,
    until: '',
    skipHolidays: false,
    note: wish?.note ?? '',
    choices: {},
  };
}

export const isSeriesTyped = ({ patient, note, choices }: SeriesForm): boolean =>
  patient !== null || note.trim() !== '' || Object.keys(choices).length > 0;

/** The column and the motif meant: those chosen, else the patient's usual ones, else the first that go together. */
export function chosenOf(setup: PracticeSetup, form: SeriesForm) {
  const { patient } = form;
  const usual = setup.practitioners.find(({ id }) => id === patient?.usualPractitionerId)?.resourceId ?? null;
  const wanted = form.resourceId ?? usual;
  const offered = offeredMotifs(setup, wanted);
  const named = (id: string | null | undefined) => offered.find((motif) => motif.id === id);
  const motif = named(form.motifId) ?? named(patient?.usualMotifId) ?? offered[0];
  const resourceId = wanted ?? motif?.resourceIds[0] ?? null;
  const usualMin = motif && resourceId ? minutesIn(motif, resourceId) : 30;
  return { motif, resourceId, durationMin: form.durationMin ?? usualMin };
}

const isWhole = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most;

/** What of the rule is missing or makes no sense, the first of it: it is said instead of asked. */
export function ruleFault({ from, every, ends, count, until }: SeriesForm, durationMin: number) {
  if (!isWhole(durationMin, 5, 720)) return 'minutes';
  if (!isRealDay(from)) return 'from';
  if (!isWhole(every, 1, 60)) return 'every';
  if (ends === 'count') return isWhole(count, 1, 1_000_000) ? null : 'count';
  if (!isRealDay(until)) return 'until';
  return until < from ? 'untilBeforeFrom' : null;
}

/** What is asked of the server; null while something is missing. */
export function requestOf(setup: PracticeSetup, form: SeriesForm): SeriesRequest | null {
  const { motif, resourceId, durationMin } = chosenOf(setup, form);
  const { patient, from, unit, every, weekdays, ends, count, until, skipHolidays, startMin, note } = form;
  if (!patient || !motif || !resourceId || ruleFault(form, durationMin) !== null) return null;
  const end = ends === 'count' ? { count, until: null } : { count: null, until };
  return {
    ...{ resourceId, motifId: motif.id, patientId: patient.id, startMin, durationMin, note: note.trim() },
    source: 'phone',
    rule: { from, unit, every, weekdays: [...weekdays].sort(), skipHolidays, ...end },
    choices: Object.entries(form.choices).map(([key, choice]) => ({ key, choice })),
  };
}

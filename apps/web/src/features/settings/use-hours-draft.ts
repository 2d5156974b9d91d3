import { openingLabels } from '@pupitre/shared/planning/opening-hours';
import { columnZones } from '@pupitre/shared/practices/column-hours';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { useMemo } from 'react';
import { z } from 'zod';
import { readDay } from '../../lib/absence-days';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { useServerDraft } from '../../lib/use-server-draft';
import { createDrafts } from './drafts';
import type { Stretch } from './hours/week-layers';
import { turns } from './hours/week-turns';
import { readWeek, ruleOf, sameWeek, type TypedSpan, weekOn } from './week-draft';

const typedSpan = z.object({
  ...{ key: z.string(), isodow: z.number(), from: z.string(), to: z.string() },
  turn: z.enum(turns).default('every'),
  label: z.enum(openingLabels).default(''),
  siteId: z.string().nullable().default(null),
});
/** The days it holds for, as typed; empty: from today, for good. */
const typedDays = z.object({ from: z.string(), to: z.string() });
type TypedDays = z.output<typeof typedDays>;
const noDays: TypedDays = { from: '', to: '' };
const hoursDraft = z.object({
  /** The version the typing began from: what `If-Match` sends, even if a newer one was read since. */
  baseVersion: z.number(),
  /** The hours as they were saved then. */
  base: z.array(typedSpan).readonly(),
  spans: z.array(typedSpan).readonly(),
  days: typedDays.default(noDays),
});
type HoursDraft = Readonly<z.output<typeof hoursDraft>>;

const useDraft = createDrafts<HoursDraft>();

/** The hours of a column as saved and as typed. Nothing is a draft before the first change. */
export function useHoursDraft(setup: PracticeSetup, column: ResourceView, mayEdit: boolean) {
  const formats = useFormats();
  const { account } = useSession();
  const [draft, keep] = useDraft(`${account.id} ${column.id}`);
  const { zone } = columnZones(setup, column.id);
  const today = todayIn(zone, serverNow());
  const days = useMemo(() => readDays(draft?.days ?? noDays, today), [draft?.days, today]);
  const since = days.from ?? today;
  const saved = useMemo(() => weekOn(setup.openingRules, column.id, since), [setup.openingRules, column.id, since]);
  const typed = (week: readonly Stretch[]): TypedSpan[] =>
    week.map(({ startMin, endMin, ...stretch }) => ({
      ...stretch,
      key: `${stretch.isodow}-${startMin}-${stretch.turn}`,
      from: formats.timeOfMinutes(startMin),
      to: formats.timeOfMinutes(endMin),
    }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `typed` depends on the formats alone
  const savedSpans: readonly TypedSpan[] = useMemo(() => typed(saved), [saved, formats]);
  const spans: readonly TypedSpan[] = draft?.spans ?? savedSpans;
  const reading = useMemo(() => readWeek(spans), [spans]);
  const isDirty =
    draft !== undefined &&
    (reading.hours === null || !sameWeek(reading.hours, saved) || draft.days.from !== '' || draft.days.to !== '');
  const baseVersion = isDirty ? draft.baseVersion : column.version;
  const base = isDirty ? draft.base : savedSpans;
  const kept = useServerDraft({
    ...{ form: 'hours', subject: column.id, shape: hoursDraft, isDirty, enabled: mayEdit },
    body: draft ?? { baseVersion, base, spans, days: noDays },
    onRestore: keep,
    onClear: () => keep(undefined),
  });

  const typedNow = draft?.days ?? noDays;
  const change = (next: readonly TypedSpan[]) => keep({ baseVersion, base, spans: next, days: typedNow });
  return {
    ...{ today, since, days, typedDays: typedNow, saved, savedSpans, base, spans, reading, isDirty, baseVersion, kept },
    isStale: baseVersion !== column.version,
    change,
    /** The drawn week as it was painted; what cannot be read yet stays beside it. */
    paint: (week: readonly Stretch[]) =>
      change([...typed(week), ...spans.filter(({ key }) => unreadable.has(reading.faults.get(key) ?? ''))]),
    typeDays: (part: Partial<TypedDays>) => keep({ baseVersion, base, spans, days: { ...typedNow, ...part } }),
    /** What the server is asked, or null while something cannot be read. */
    request:
      reading.hours === null || days.fault !== null
        ? null
        : {
            from: since === today ? null : since,
            to: days.to,
            hours: reading.hours.map((stretch) => ruleOf(stretch, since)),
          },
    giveUp: () => {
      keep(undefined);
      kept.done();
    },
    /** What was chosen stands on what is saved now. */
    settle: (next: readonly TypedSpan[]) =>
      keep({ baseVersion: column.version, base: savedSpans, spans: next, days: typedNow }),
  };
}

const unreadable: ReadonlySet<string> = new Set(['from_unreadable', 'to_unreadable', 'end_before_start']);

interface DaysReading {
  readonly from: LocalDay | null;
  readonly to: LocalDay | null;
  readonly fault: 'from' | 'past' | 'to' | 'order' | null;
}

function readDays({ from, to }: TypedDays, today: LocalDay): DaysReading {
  const first = from.trim() === '' ? today : readDay(from, today);
  const last = to.trim() === '' ? null : readDay(to, today);
  if (first === null) return { from: null, to: null, fault: 'from' };
  if (first < today) return { from: first, to: last, fault: 'past' };
  if (last === null && to.trim() !== '') return { from: first, to: null, fault: 'to' };
  return { from: first, to: last, fault: last !== null && last < first ? 'order' : null };
}

export type HoursDraftState = ReturnType<typeof useHoursDraft>;

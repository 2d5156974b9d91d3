import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useMemo } from 'react';
import { z } from 'zod';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { useServerDraft } from '../../lib/use-server-draft';
import { createDrafts } from './drafts';
import { readWeek, sameWeek, type TypedSpan, weekOn } from './week-draft';

const typedSpan = z.object({ key: z.string(), isodow: z.number(), from: z.string(), to: z.string() });
const hoursDraft = z.object({
  /** The version the typing began from: what `If-Match` sends, even if a newer one was read since. */
  baseVersion: z.number(),
  /** The hours as they were saved then. */
  base: z.array(typedSpan).readonly(),
  spans: z.array(typedSpan).readonly(),
});
type HoursDraft = Readonly<z.output<typeof hoursDraft>>;

const useDraft = createDrafts<HoursDraft>();

/** The hours of a column as saved and as typed. Nothing is a draft before the first change. */
export function useHoursDraft(setup: PracticeSetup, column: ResourceView, mayEdit: boolean) {
  const formats = useFormats();
  const { account } = useSession();
  const [draft, keep] = useDraft(`${account.id} ${column.id}`);
  const today = todayIn(setup.practice.zone, serverNow());
  const saved = useMemo(() => weekOn(setup.openingRules, column.id, today), [setup.openingRules, column.id, today]);
  const savedSpans: readonly TypedSpan[] = useMemo(
    () =>
      saved.map(({ isodow, startMin, endMin }) => ({
        key: `${isodow}-${startMin}`,
        isodow,
        from: formats.timeOfMinutes(startMin),
        to: formats.timeOfMinutes(endMin),
      })),
    [saved, formats],
  );
  const spans: readonly TypedSpan[] = draft?.spans ?? savedSpans;
  const reading = useMemo(() => readWeek(spans), [spans]);
  const isDirty = draft !== undefined && (reading.hours === null || !sameWeek(reading.hours, saved));
  const baseVersion = isDirty ? draft.baseVersion : column.version;
  const base = isDirty ? draft.base : savedSpans;
  const kept = useServerDraft({
    ...{ form: 'hours', subject: column.id, shape: hoursDraft, isDirty, enabled: mayEdit },
    body: draft ?? { baseVersion, base, spans },
    onRestore: keep,
    onClear: () => keep(undefined),
  });

  return {
    ...{ today, saved, savedSpans, base, spans, reading, isDirty, baseVersion, kept },
    isStale: baseVersion !== column.version,
    change: (next: readonly TypedSpan[]) => keep({ baseVersion, base, spans: next }),
    giveUp: () => {
      keep(undefined);
      kept.done();
    },
    /** What was chosen stands on what is saved now. */
    settle: (next: readonly TypedSpan[]) => keep({ baseVersion: column.version, base: savedSpans, spans: next }),
  };
}

export type HoursDraftState = ReturnType<typeof useHoursDraft>;

import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useMemo } from 'react';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { createDrafts } from './drafts';
import { readWeek, sameWeek, type TypedSpan, weekOn } from './week-draft';

interface HoursDraft {
  /** The version the typing began from: what `If-Match` sends, even if a newer one was read since. */
  readonly baseVersion: number;
  readonly spans: readonly TypedSpan[];
}

const useDraft = createDrafts<HoursDraft>();

/** The hours of a column as saved and as typed. Nothing is a draft before the first change. */
export function useHoursDraft(setup: PracticeSetup, column: ResourceView) {
  const formats = useFormats();
  const { account } = useSession();
  const [draft, keep] = useDraft(`${account.id} ${column.id}`);
  const today = todayIn(setup.practice.zone, serverNow());
  const saved = useMemo(() => weekOn(setup.openingRules, column.id, today), [setup.openingRules, column.id, today]);
  const savedSpans = useMemo(
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

  return {
    today,
    saved,
    spans,
    reading,
    isDirty,
    baseVersion,
    isStale: baseVersion !== column.version,
    change: (next: readonly TypedSpan[]) => keep({ baseVersion, spans: next }),
    giveUp: () => keep(undefined),
    keepOnTop: () => keep({ baseVersion: column.version, spans }),
  };
}

export type HoursDraftState = ReturnType<typeof useHoursDraft>;

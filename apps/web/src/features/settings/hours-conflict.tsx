import type { ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clashesOf, mergedOf, type Side } from '../../lib/conflict';
import { ConflictView } from '../../ui/conflict-view';
import type { HoursDraftState } from './use-hours-draft';
import { isodows, type TypedSpan } from './week-draft';

type Week = Readonly<Record<string, readonly Readonly<Omit<TypedSpan, 'key' | 'isodow'>>[]>>;

/** One value a day: what two people changed on two days is no conflict. */
const weekOf = (spans: readonly TypedSpan[]): Week =>
  Object.fromEntries(
    isodows.map((isodow) => [
      isodow,
      spans.filter((span) => span.isodow === isodow).map(({ key: _, isodow: __, ...span }) => span),
    ]),
  );

const spansOf = (week: Week): TypedSpan[] =>
  isodows.flatMap((isodow) =>
    (week[isodow] ?? []).map((span, index) => ({ ...span, isodow, key: `${isodow}-${index}-settled` })),
  );

interface HoursConflictProps {
  column: ResourceView;
  draft: HoursDraftState;
}

/** A colleague saved the hours of the same column: day by day, hers or ours. */
export function HoursConflict({ column, draft }: HoursConflictProps) {
  const { t } = useTranslation(['settings', 'hours']);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const [base, theirs, mine] = [weekOf(draft.base), weekOf(draft.savedSpans), weekOf(draft.spans)];
  const clashes = clashesOf(base, theirs, mine);
  const say = (week: Week, day: string) =>
    (week[day] ?? [])
      .map(({ from, to, turn, label }) =>
        [`${from} – ${to}`, turn !== 'every' && t(`hours:turn.tag.${turn}`), label && t('hours:label.urgent')]
          .filter(Boolean)
          .join(' '),
      )
      .join(', ') || t('hours.closed');
  return (
    <ConflictView
      kind="hours"
      subjectId={column.id}
      version={column.version}
      fields={clashes.map((day) => ({
        field: day,
        label: t(`weekday.${day as '1'}`),
        before: say(base, day),
        theirs: say(theirs, day),
        mine: say(mine, day),
        choice: choices[day] ?? 'mine',
      }))}
      onChoose={(day, side) => setChoices({ ...choices, [day]: side })}
      onChooseAll={(side) => setChoices(Object.fromEntries(clashes.map((day) => [day, side])))}
      onSettle={() => draft.settle(spansOf(mergedOf(base, theirs, mine, choices)))}
    />
  );
}

import type { MotifView, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clashesOf, mergedOf, type Side } from '../../lib/conflict';
import { ConflictView } from '../../ui/conflict-view';
import { type TypedMotif, typedFrom } from './motif-draft';

interface MotifConflictProps {
  motif: MotifView;
  columns: readonly ResourceView[];
  base: TypedMotif;
  typed: TypedMotif;
  onSettle: (settled: TypedMotif) => void;
}

/** A colleague saved the same motif: field by field, hers or ours. */
export function MotifConflict({ motif, columns, base, typed, onSettle }: MotifConflictProps) {
  const { t } = useTranslation('settings');
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const theirs = typedFrom(motif, []);
  const clashes = clashesOf(base, theirs, typed);
  const labels: Record<keyof TypedMotif, string> = {
    name: t('motifs.name'),
    shortName: t('motifs.shortNameLabel'),
    minutes: t('motifs.minutesLabel'),
    place: t('motifs.place'),
    color: t('motifs.color'),
    resourceIds: t('motifs.columns'),
    usualActs: t('motifs.usualActs'),
    active: t('motifs.offer'),
  };
  const say = (field: keyof TypedMotif, values: TypedMotif): string => {
    if (field === 'place') return t(`place.${values.place}`);
    if (field === 'color') return t(`color.${values.color}`);
    if (field === 'active') return t(values.active ? 'yes' : 'no');
    if (field === 'usualActs') return values.usualActs.join(', ');
    if (field !== 'resourceIds') return values[field];
    const names = columns.filter(({ id }) => values.resourceIds.includes(id)).map(({ name }) => name);
    return names.join(', ');
  };
  return (
    <ConflictView
      kind="motif"
      subjectId={motif.id}
      version={motif.version}
      fields={clashes.map((field) => ({
        field,
        label: labels[field],
        before: say(field, base),
        theirs: say(field, theirs),
        mine: say(field, typed),
        choice: choices[field] ?? 'mine',
      }))}
      onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      onChooseAll={(side) => setChoices(Object.fromEntries(clashes.map((field) => [field, side])))}
      onSettle={() => onSettle(mergedOf(base, theirs, typed, choices))}
    />
  );
}

import type { MotifView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useState } from 'react';
import { clashesOf, mergedOf, type Side } from '../../lib/conflict';
import { ConflictView } from '../../ui/conflict-view';
import { type TypedMotif, typedFrom } from './motif-draft';
import { useMotifWords } from './use-motif-words';

interface MotifConflictProps {
  motif: MotifView;
  setup: PracticeSetup;
  base: TypedMotif;
  typed: TypedMotif;
  onSettle: (settled: TypedMotif) => void;
}

/** A colleague saved the same motif: field by field, hers or ours. */
export function MotifConflict({ motif, setup, base, typed, onSettle }: MotifConflictProps) {
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const theirs = typedFrom(motif, []);
  const clashes = clashesOf(base, theirs, typed);
  const { labels, say } = useMotifWords(setup);
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

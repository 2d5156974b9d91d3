import type { SeriesChoice } from '@pupitre/shared/planning/series';
import type { PlannedVisitView } from '@pupitre/shared/planning/series.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { isRealDay } from '@pupitre/shared/time/zone';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { Button } from '../../ui/button';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { TimeBox } from './series-rule';

export type OpenEditor = 'place' | 'override';

interface OccurrenceEditorProps {
  readonly setup: PracticeSetup;
  readonly visit: PlannedVisitView;
  readonly open: OpenEditor;
  readonly onDecide: (choice: SeriesChoice) => void;
  readonly onLeave: () => void;
}

/** Under the line: another place typed by hand, or the reason to stand there all the same. */
export function OccurrenceEditor({ setup, visit, open, onDecide, onLeave }: OccurrenceEditorProps) {
  const { t } = useTranslation('series');
  const form = useRef<HTMLFormElement>(null);
  const start = visit.choice.kind === 'move' ? visit.choice : visit.wanted;
  const [place, setPlace] = useState({ resourceId: start.resourceId, day: start.day, startMin: start.startMin });
  const [reason, setReason] = useState(visit.choice.kind === 'override' ? visit.choice.reason : '');
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (open === 'override') {
      if (reason.trim() !== '') onDecide({ kind: 'override', reason: reason.trim() });
    } else if (isRealDay(place.day)) onDecide({ kind: 'move', ...place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <form ref={form} className="sr-edit" onSubmit={submit} onKeyDown={onKeyDown}>
      {open === 'override' ? (
        <TextInput
          label={t('editor.reason')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : (
        <>
          <TextInput
            label={t('editor.day')}
            type="date"
            value={place.day}
            onChange={(event) => setPlace({ ...place, day: event.currentTarget.value })}
          />
          <TimeBox
            label={t('editor.time')}
            minute={place.startMin}
            onChange={(startMin) => setPlace((before) => ({ ...before, startMin }))}
          />
          <ChoiceInput
            label={t('editor.agenda')}
            choices={setup.resources
              .filter(({ active, kind }) => active && kind === 'practitioner')
              .map(({ id }) => ({ value: id, label: columnName(setup, id) }))}
            value={place.resourceId}
            onPick={(resourceId) => setPlace({ ...place, resourceId })}
          />
        </>
      )}
      <Button type="submit" size="sm" look="primary" keys="Enter">
        {t(open === 'override' ? 'editor.override' : 'editor.take')}
      </Button>
      <Button size="sm" keys="Escape" onClick={onLeave}>
        {t('editor.leave')}
      </Button>
    </form>
  );
}

import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { offeredMotifs } from '../../lib/offered-motifs';
import { Button } from '../../ui/button';
import { ConflictView } from '../../ui/conflict-view';
import { DraftNotice } from '../../ui/draft-notice';
import { ChoiceInput, TextArea } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { useVisitEdit } from './use-visit-edit';

/** Motif, note and urgency in place. What is typed stays when the server refuses. */
export function VisitEdit({ visit, onLeave }: { visit: AppointmentCard; onLeave: () => void }) {
  const { t } = useTranslation('planning');
  const { setup, acts } = useDayScreen();
  const form = useRef<HTMLFormElement>(null);
  const edit = useVisitEdit(visit);
  const { motifId, note, urgent } = edit.values;
  const [isBusy, setBusy] = useState(false);
  const offered = offeredMotifs(setup, visit.resourceId);
  const held = setup.motifs.find(({ id }) => id === visit.motifId);
  const motifs = held && !offered.includes(held) ? [held, ...offered] : offered;

  const save = async () => {
    setBusy(true);
    const isSaved = await acts.edit(visit, { motifId, note: note.trim(), urgent });
    setBusy(false);
    if (!isSaved) return;
    edit.kept.done();
    onLeave();
  };
  useShortcut({
    ...{ id: 'day.edit.save', keys: 'Ctrl+Enter', scope: 'focus', within: form },
    ...{ labelKey: 'planning:keys.save', groupKey: 'planning:keys.title' },
    run: () => void save(),
  });
  return (
    <form
      ref={form}
      className="sect visit-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // Esc leaves the form, not the panel.
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {edit.clashes.length > 0 ? (
        <ConflictView
          kind="visit"
          subjectId={visit.id}
          version={visit.version}
          fields={edit.clashes.map((clash) => ({ ...clash, label: t(`visit.${clash.field}`) }))}
          onChoose={edit.choose}
          onChooseAll={edit.chooseAll}
        />
      ) : (
        <DraftNotice draft={edit.kept} />
      )}
      <ChoiceInput
        label={t('visit.motif')}
        choices={motifs.map(({ id, name }) => ({ value: id, label: name }))}
        value={motifId}
        onPick={(picked) => edit.change({ motifId: picked })}
      />
      <TextArea
        label={t('visit.note')}
        value={note}
        maxLength={300}
        rows={2}
        autoFocus
        onChange={(event) => edit.change({ note: event.currentTarget.value })}
      />
      <label className="check-line">
        <input
          type="checkbox"
          checked={urgent}
          onChange={(event) => edit.change({ urgent: event.currentTarget.checked })}
        />
        {t('visit.urgent')}
      </label>
      <div className="row">
        <Button type="submit" look="primary" size="sm" keys="Ctrl+Enter" busy={isBusy}>
          {t('visit.save')}
        </Button>
        <Button
          size="sm"
          onClick={() => {
            edit.kept.done();
            onLeave();
          }}
        >
          {t('visit.leaveEdit')}
        </Button>
      </div>
    </form>
  );
}

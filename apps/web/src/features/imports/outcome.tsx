import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { UndoDialog } from './confirm-dialogs';
import { ProblemsButton } from './import-foot';
import type { ImportActs } from './use-import-acts';

const MINUTE_MS = 60_000;

interface OutcomeProps {
  setup: PracticeSetup;
  view: ImportView;
  acts: ImportActs;
  onLeave: () => void;
}

/** The writing: under way, done with its way back, or taken back. */
export function Outcome({ setup, view, acts, onLeave }: OutcomeProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { zone } = setup.practice;
  const now = useNow(MINUTE_MS);
  const [isUndoing, setUndoing] = useState(false);
  const at = (instant: string | null) => {
    const { day, minutes } = toLocal(new Date(instant ?? now), zone);
    return { day: formats.dateLong(day), time: formats.timeOfMinutes(minutes) };
  };
  const { state, written, undoUntil } = view;
  if (state === 'committing' || state === 'undoing') {
    return (
      <div className="scroll imp-start">
        <div className="imp-progress">
          <b>{t(state === 'committing' ? 'writing.now' : 'writing.undoing')}</b>
          <progress aria-label={t(state === 'committing' ? 'writing.now' : 'writing.undoing')} />
          <p className="hint">{t('writing.mayLeave')}</p>
        </div>
      </div>
    );
  }
  const mayUndo = state === 'committed' && undoUntil !== null && Date.parse(undoUntil) > now.getTime();
  return (
    <div className="scroll imp-start">
      <section className="imp-outcome" aria-labelledby="imp-outcome">
        <h2 id="imp-outcome">
          <Icon of={IconCircleCheck} size={20} />
          {t(state === 'undone' ? 'writing.undone' : 'writing.done')}
        </h2>
        <p>
          {state === 'undone'
            ? t('writing.undoneBy', { name: view.undoneByName ?? '', ...at(view.undoneAt) })
            : t('writing.by', { name: view.committedByName ?? '', ...at(view.committedAt) })}
        </p>
        {written && state === 'committed' && (
          <ul className="imp-told">
            <li>
              <b>{formats.integer(written.created)}</b> {t(`writing.created.${view.kind}`, { count: written.created })}
            </li>
            <li>
              <b>{formats.integer(written.changed)}</b> {t(`writing.changed.${view.kind}`, { count: written.changed })}
            </li>
          </ul>
        )}
        {view.failure === 'depended_on' && (
          <div className="msg bad" role="alert">
            <p>{t('failure.depended_on')}</p>
          </div>
        )}
        {mayUndo && <p className="hint">{t('writing.undoUntil', at(undoUntil))}</p>}
        <div className="acts">
          <Button look="primary" onClick={onLeave}>
            {t('writing.another')}
          </Button>
          {state === 'committed' && <ProblemsButton practiceId={setup.practice.id} view={view} size="md" />}
          {mayUndo && (
            <Button look="danger" onClick={() => setUndoing(true)}>
              {t('writing.undo')}
            </Button>
          )}
        </div>
      </section>
      {isUndoing && <UndoDialog undo={acts.undo} onClose={() => setUndoing(false)} />}
    </div>
  );
}

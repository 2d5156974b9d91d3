import type { ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';
import { DayHours } from './day-hours';
import { EffectView } from './hours/effect-view';
import { HoursDays } from './hours/hours-days';
import { useSaveHours } from './hours/use-save-hours';
import { HoursConflict } from './hours-conflict';
import { HoursEffect } from './hours-effect';
import { isStale } from './settings.queries';
import type { HoursDraftState } from './use-hours-draft';
import { isodows } from './week-draft';

interface HoursPanelProps {
  practiceId: string;
  column: ResourceView;
  draft: HoursDraftState;
  /** When other hours were already to begin: saving these for good takes them away. */
  later: LocalDay | null;
  /** Opened by its button: the first field has the focus. */
  takesFocus: boolean;
  onClose: () => void;
}

/** The week as a list to type in, its effect on visits already taken, and the save. */
export function HoursPanel({ practiceId, column, draft, later, takesFocus, onClose }: HoursPanelProps) {
  const { t } = useTranslation(['settings', 'hours']);
  const formats = useFormats();
  const isToday = draft.since === draft.today;
  const { mutate, isPending, error, reset, data } = useSaveHours(practiceId, column, draft);
  const { request } = draft;
  const firstDay = Math.min(...draft.spans.map(({ isodow }) => isodow), 7);
  const canSave = draft.isDirty && request !== null && !draft.isStale && !isPending;
  const save = () => canSave && mutate();
  useShortcut({
    id: 'settings.hours.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:hours.save',
    groupKey: 'settings:title',
    run: save,
  });
  const giveUp = () => {
    draft.giveUp();
    reset();
  };

  return (
    <Panel
      label={t('hours.panel')}
      head={<h2 className="set-panel-title">{t('hours.panel')}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button onClick={giveUp} disabled={!draft.isDirty || isPending}>
            {t('cancel')}
          </Button>
          <Button look="primary" keys="Ctrl+Enter" onClick={save} disabled={!canSave && !isPending} busy={isPending}>
            {isToday ? t('hours.save') : t('hours:saveFrom', { day: formats.dateOfMonth(draft.since) })}
          </Button>
          <p>{isToday ? t('hours.whenInForce') : t('hours:whenInForce', { day: formats.dateOfMonth(draft.since) })}</p>
        </div>
      }
    >
      {draft.isStale && <HoursConflict key={column.version} column={column} draft={draft} />}
      {!draft.isStale && <DraftNotice draft={draft.kept} />}
      {error && !isStale(error) && <ErrorState error={error} onRetry={save} />}
      {draft.isDirty && request && <HoursEffect practiceId={practiceId} resourceId={column.id} request={request} />}
      {!draft.isDirty && data && <EffectView effect={data} />}
      <HoursDays draft={draft} />
      {later && draft.isDirty && (
        <p className="set-note-line">{t('hours:replacesLater', { day: formats.dateOfMonth(later) })}</p>
      )}
      {isodows.map((isodow) => (
        <DayHours key={isodow} isodow={isodow} draft={draft} takesFocus={takesFocus && isodow === firstDay} />
      ))}
    </Panel>
  );
}

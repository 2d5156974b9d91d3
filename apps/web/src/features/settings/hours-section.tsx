import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ColumnPick } from './column-pick';
import { ComingExceptions } from './coming-exceptions';
import { HoursPanel } from './hours-panel';
import { ReadOnlyNote } from './read-only-note';
import { useFormPanel } from './use-form-panel';
import { useHoursDraft } from './use-hours-draft';
import { minutesOf } from './week-draft';
import { WeekPaint } from './week-paint';

interface HoursSectionProps {
  setup: PracticeSetup;
  column: ResourceView;
  onColumn: (resourceId: string) => void;
}

export function HoursSection({ setup, column, onColumn }: HoursSectionProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const canEdit = useMay()('hours.edit');
  const panel = useFormPanel();
  const draft = useHoursDraft(setup, column, canEdit);
  const title = t(isDoctor(setup, column) ? 'hours.titleDoctor' : 'hours.title', { name: column.shortName });
  useScreenTitle(title, t('title'));

  return (
    <div className="set-part">
      <header className="bar">
        <h1 className="trunc">{title}</h1>
        <ColumnPick resources={setup.resources} value={column.id} onPick={onColumn} />
        <span className="stats">
          <span>
            <b>{formats.minutesSpan(minutesOf(draft.reading.drawable))}</b> {t('hours.aWeek')}
          </span>
        </span>
        {draft.isDirty && <Chip tone="warn">{t('hours.unsaved')}</Chip>}
        <span className="sp" />
        {!canEdit && <ReadOnlyNote>{t('hours.readOnly')}</ReadOnlyNote>}
        {canEdit && !panel.isOpen && (
          <Button ref={panel.openerRef} size="sm" icon={IconPencil} onClick={panel.open}>
            {t('hours.edit')}
          </Button>
        )}
      </header>
      <section className="scroll" aria-label={t('hours.week')} tabIndex={canEdit ? undefined : 0}>
        <WeekPaint saved={draft.saved} drafted={draft.reading.drawable} />
        <ComingExceptions setup={setup} column={column} week={draft.saved} today={draft.today} />
      </section>
      {canEdit && panel.isOpen && (
        <HoursPanel
          practiceId={setup.practice.id}
          column={column}
          draft={draft}
          takesFocus={panel.takesFocus}
          onClose={panel.close}
        />
      )}
    </div>
  );
}

/** « Horaires du Dr MARTIN », but « Horaires – Salle Écho ». */
const isDoctor = ({ practitioners }: PracticeSetup, { id, kind }: ResourceView) =>
  kind === 'practitioner' && practitioners.some(({ resourceId, title }) => resourceId === id && title === 'dr');

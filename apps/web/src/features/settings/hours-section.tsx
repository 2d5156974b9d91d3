import { columnZones } from '@pupitre/shared/practices/column-hours';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ColumnPick } from './column-pick';
import { ComingExceptions } from './coming-exceptions';
import { CopyDayDialog } from './hours/copy-day-dialog';
import { ExceptionPanel } from './hours/exception-panel';
import { LocumPanel } from './hours/locum-panel';
import { OutsideBand } from './hours/outside-band';
import { OutsidePanel } from './hours/outside-panel';
import { PaintBar } from './hours/paint-bar';
import { useBrush } from './hours/use-brush';
import { useHoursPanels } from './hours/use-hours-panels';
import { copyDay } from './hours/week-layers';
import { WeekTotals } from './hours/week-totals';
import { HoursPanel } from './hours-panel';
import { ReadOnlyNote } from './read-only-note';
import { useHoursDraft } from './use-hours-draft';
import { isodows } from './week-draft';
import { WeekPaint } from './week-paint';

interface HoursSectionProps {
  setup: PracticeSetup;
  column: ResourceView;
  onColumn: (resourceId: string) => void;
}

export function HoursSection({ setup, column, onColumn }: HoursSectionProps) {
  const { t } = useTranslation(['settings', 'hours']);
  const formats = useFormats();
  const canEdit = useMay()('hours.edit');
  const panels = useHoursPanels();
  const draft = useHoursDraft(setup, column, canEdit);
  const brush = useBrush(setup, column, draft);
  const [isCopying, setCopying] = useState(false);
  const title = t(isDoctor(setup, column) ? 'hours.titleDoctor' : 'hours.title', { name: column.shortName });
  useScreenTitle(title, t('title'));
  const later = laterWeek(setup, column, draft.since);

  return (
    <div className="set-part">
      <header className="bar">
        <h1 className="trunc">{title}</h1>
        <ColumnPick resources={setup.resources} value={column.id} onPick={onColumn} />
        <WeekTotals week={draft.reading.drawable} view={brush.view} />
        {draft.isDirty && <Chip tone="warn">{t('hours.unsaved')}</Chip>}
        {later && !draft.isDirty && (
          <Chip tone="line">{t('hours:laterWeek', { day: formats.dateOfMonth(later) })}</Chip>
        )}
        <span className="sp" />
        {!canEdit && <ReadOnlyNote>{t('hours.readOnly')}</ReadOnlyNote>}
        {canEdit && panels.open !== 'week' && (
          <Button ref={panels.openerRef} size="sm" icon={IconPencil} onClick={() => panels.show('week')}>
            {t('hours.edit')}
          </Button>
        )}
      </header>
      <PaintBar {...brush.bar} canPaint={canEdit} onCopy={() => setCopying(true)} />
      {panels.open !== 'outside' && (
        <OutsideBand practiceId={setup.practice.id} resourceId={column.id} onOpen={() => panels.show('outside')} />
      )}
      <section className="scroll" aria-label={t('hours.week')} tabIndex={canEdit ? undefined : 0}>
        <WeekPaint
          saved={draft.saved}
          drafted={draft.reading.drawable}
          view={brush.view}
          siteName={brush.siteName}
          {...(canEdit && { paint: brush.paint })}
        />
        <ComingExceptions
          setup={setup}
          column={column}
          week={draft.saved}
          today={draft.today}
          zones={columnZones(setup, column.id)}
          onAdd={canEdit ? panels.show : undefined}
          onLocum={panels.editLocum}
        />
      </section>
      {isCopying && (
        <CopyDayDialog
          days={isodows}
          onCopy={(from, to) => draft.paint(copyDay(draft.reading.drawable, from, to))}
          onClose={() => setCopying(false)}
        />
      )}
      {canEdit && panels.open === 'week' && (
        <HoursPanel
          practiceId={setup.practice.id}
          column={column}
          draft={draft}
          later={draft.days.to === null ? later : null}
          takesFocus={panels.takesFocus}
          onClose={panels.close}
        />
      )}
      {panels.open === 'outside' && <OutsidePanel setup={setup} column={column} onClose={panels.back} />}
      {canEdit && panels.open === 'exception' && (
        <ExceptionPanel setup={setup} column={column} today={draft.today} onClose={panels.back} />
      )}
      {canEdit && panels.open === 'locum' && (
        <LocumPanel
          key={panels.locumId}
          setup={setup}
          column={column}
          today={draft.today}
          locum={setup.locums.find(({ id }) => id === panels.locumId)}
          onClose={panels.back}
        />
      )}
    </div>
  );
}

/** « Horaires du Dr MARTIN », but « Horaires – Salle Écho ». */
const isDoctor = ({ practitioners }: PracticeSetup, { id, kind }: ResourceView) =>
  kind === 'practitioner' && practitioners.some(({ resourceId, title }) => resourceId === id && title === 'dr');

/** The first day on which other hours are already to begin. */
function laterWeek({ openingRules }: PracticeSetup, { id }: ResourceView, since: string): string | null {
  const days = openingRules.flatMap(({ resourceId, validFrom }) =>
    resourceId === id && validFrom !== null && validFrom > since ? [validFrom] : [],
  );
  return days.sort()[0] ?? null;
}

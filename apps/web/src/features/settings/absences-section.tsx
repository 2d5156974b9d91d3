import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { AbsencePanel } from './absence-panel';
import { AbsenceTable, isNoted } from './absence-table';
import { useFormPanel } from './use-form-panel';

const minuteMs = 60_000;

interface AbsencesSectionProps {
  setup: PracticeSetup;
  /** The column in hand: proposed in the form. */
  column: ResourceView | undefined;
}

export function AbsencesSection({ setup, column }: AbsencesSectionProps) {
  const { t } = useTranslation('settings');
  const canEdit = useMay()('absence.edit');
  const panel = useFormPanel();
  const now = useNow(minuteMs).toISOString();
  useScreenTitle(t('part.absences'), t('title'));
  const noted = setup.absences.filter(isNoted);
  const coming = noted.filter(({ endsAt }) => Date.parse(endsAt) > Date.parse(now));
  const past = noted.filter((absence) => !coming.includes(absence)).reverse();

  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('part.absences')}</h1>
        <span className="stats">
          <span>{t('absences.coming', { count: coming.length })}</span>
        </span>
        <span className="sp" />
        {canEdit && !panel.isOpen && (
          <Button ref={panel.openerRef} size="sm" icon={IconPlus} onClick={panel.open}>
            {t('absences.new')}
          </Button>
        )}
      </header>
      <div className="scroll">
        {coming.length > 0 ? (
          <AbsenceTable setup={setup} absences={coming} caption={t('absences.comingCaption')} canRemove={canEdit} />
        ) : (
          <div className="set-pad">
            <EmptyState>{t('absences.none')}</EmptyState>
          </div>
        )}
        {past.length > 0 && (
          <section className="set-past">
            <h2>{t('absences.past')}</h2>
            <AbsenceTable setup={setup} absences={past} caption={t('absences.past')} canRemove={false} />
          </section>
        )}
      </div>
      {canEdit && panel.isOpen && (
        <AbsencePanel setup={setup} column={column} takesFocus={panel.takesFocus} onClose={panel.close} />
      )}
    </div>
  );
}

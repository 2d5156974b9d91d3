import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { HoursSection } from './hours-section';
import { useColumnInHand } from './use-column-in-hand';

export function HoursPart() {
  const { setup, column } = useColumnInHand();
  const { practiceId } = useMembership();
  const navigate = useNavigate();
  const pick = (colonne: string) =>
    void navigate({
      to: '/p/$practiceId/reglages',
      params: { practiceId },
      search: { volet: 'horaires', colonne },
      replace: true,
    });
  return column ? <HoursSection key={column.id} setup={setup} column={column} onColumn={pick} /> : <NoColumn />;
}

function NoColumn() {
  const { t } = useTranslation('settings');
  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('part.horaires')}</h1>
      </header>
      <div className="set-pad">
        <EmptyState>{t('hours.noColumn')}</EmptyState>
      </div>
    </div>
  );
}

import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { setupQuery } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { AbsencesSection } from './absences-section';
import { HoursSection } from './hours-section';
import { MotifsSection } from './motifs-section';
import { SettingsNav, type SettingsPart } from './settings-nav';
import './settings.css';

const route = getRouteApi('/p/$practiceId/reglages');

/** Hours, absences and motifs of the practice. The part and the column stand in the URL. */
export function SettingsPage() {
  const may = useMay();
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const { volet, colonne } = route.useSearch();
  const navigate = route.useNavigate();
  const part: SettingsPart = volet ?? (may('hours.edit') ? 'horaires' : 'absences');
  const chosen = setup.resources.find(({ id }) => id === colonne) ?? firstColumn(setup);
  const pick = (resourceId: string) =>
    void navigate({ search: (search) => ({ ...search, volet: part, colonne: resourceId }), replace: true });

  return (
    <SettingsFrame part={part}>
      {part === 'absences' && <AbsencesSection setup={setup} column={chosen} />}
      {part === 'motifs' && <MotifsSection setup={setup} />}
      {part === 'horaires' && chosen && <HoursSection key={chosen.id} setup={setup} column={chosen} onColumn={pick} />}
      {part === 'horaires' && !chosen && <NoColumn />}
    </SettingsFrame>
  );
}

const firstColumn = ({ resources }: PracticeSetup): ResourceView | undefined =>
  resources.find(({ active }) => active) ?? resources[0];

function SettingsFrame({ part, children }: { part: SettingsPart; children: React.ReactNode }) {
  return (
    <div className="set">
      <SettingsNav current={part} />
      {children}
    </div>
  );
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

import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { CheckAgain } from './check-again';
import { CheckProgress } from './check-progress';
import { ImportFoot } from './import-foot';
import { LineTable } from './line-table';
import { MappingTable } from './mapping-table';
import { willWrite } from './steps';
import type { ImportActs } from './use-import-acts';
import { VerdictCounts } from './verdict-counts';

interface PatientsPreviewProps {
  setup: PracticeSetup;
  view: ImportView;
  acts: ImportActs;
  onLeave: () => void;
}

/** What the columns become at the left, what every line becomes at the right; each change is checked again at once. */
export function PatientsPreview({ setup, view, acts, onLeave }: PatientsPreviewProps) {
  const { t } = useTranslation('imports');
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null);
  const practiceId = setup.practice.id;
  const isStaged = view.state === 'checking' || view.state === 'checked';
  return (
    <div className="imp">
      <MappingTable view={view} map={acts.map} />
      <section className="imp-preview" aria-label={t('steps.preview')}>
        {view.state === 'to_map' && <MissingFields view={view} />}
        {view.state === 'failed' && <CheckAgain check={acts.check} />}
        {isStaged && (
          <>
            <CheckProgress view={view} />
            <VerdictCounts counts={view.counts} chosen={verdict} onChoose={setVerdict} />
            {acts.decide.error && (
              <div className="imp-pad">
                <ErrorState error={acts.decide.error} />
              </div>
            )}
            <LineTable
              key={verdict ?? 'all'}
              practiceId={practiceId}
              view={view}
              verdict={verdict}
              onDecide={(line, decision) => acts.decide.mutate({ line, decision })}
            />
          </>
        )}
        <ImportFoot practiceId={practiceId} view={view} acts={acts} told={willWrite(view)} onLeave={onLeave} />
      </section>
    </div>
  );
}

function MissingFields({ view }: { view: ImportView }) {
  const { t } = useTranslation('imports');
  const fields = view.missingFields.map((field) => t(`field.${field}`)).join(', ');
  return (
    <div className="imp-pad">
      <EmptyState>{t('mapping.missing', { fields })}</EmptyState>
    </div>
  );
}

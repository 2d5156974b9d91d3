import type { ImportVisit } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { agendaQuery, useAgendaActs, type VisitAnswer } from './agenda.queries';
import { AgendaSources } from './agenda-sources';
import { CheckAgain } from './check-again';
import { CheckProgress } from './check-progress';
import { ImportFoot } from './import-foot';
import { willBook } from './steps';
import type { ImportActs } from './use-import-acts';
import { VerdictCounts } from './verdict-counts';
import { VisitTable } from './visit-table';

/** What the routes bring: the patients' own search, and a new patient on the fly. */
export type RenderPatientPicker = (props: { autoFocus: boolean; onPick: (patient: PatientHit) => void }) => ReactNode;

interface AgendaPreviewProps {
  setup: PracticeSetup;
  view: ImportView;
  acts: ImportActs;
  renderPatientPicker: RenderPatientPicker;
  onLeave: () => void;
}

/** Where the calendars go at the left, what every time becomes at the right. */
export function AgendaPreview({ setup, view, acts, renderPatientPicker, onLeave }: AgendaPreviewProps) {
  const { t } = useTranslation('imports');
  const practiceId = setup.practice.id;
  const {
    data: agenda,
    error,
    refetch,
  } = useQuery({
    ...agendaQuery(practiceId, view.id),
    // Before its first line is judged there is nothing to say of the file.
    enabled: view.state !== 'checking' || (view.progress?.linesRead ?? 0) > 0,
  });
  const { choose, decide } = useAgendaActs(practiceId, view.id);
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null);
  const [sought, setSought] = useState<ImportVisit | null>(null);
  const [isAlike, setAlike] = useState(true);
  if (!agenda) {
    return <div className="imp-pad">{error && <ErrorState error={error} onRetry={() => void refetch()} />}</div>;
  }
  const answer = (given: Omit<VisitAnswer, 'alike'>) => decide.mutate({ ...given, alike: isAlike });
  const isStaged = view.state === 'checking' || view.state === 'checked';
  return (
    <div className="imp is-agenda">
      <AgendaSources setup={setup} agenda={agenda} choose={choose} />
      <section className="imp-preview" aria-label={t('steps.preview')}>
        {view.state === 'failed' && <CheckAgain check={acts.check} />}
        {view.state === 'to_map' && (
          <div className="imp-pad">
            <EmptyState>{t('agenda.missing')}</EmptyState>
          </div>
        )}
        {isStaged && (
          <>
            <CheckProgress view={view} />
            <VerdictCounts counts={view.counts} chosen={verdict} onChoose={setVerdict} />
            {decide.error && (
              <div className="imp-pad">
                <ErrorState error={decide.error} />
              </div>
            )}
            {view.counts.doubtful > 0 && (
              <label className="imp-alike">
                <input type="checkbox" checked={isAlike} onChange={(event) => setAlike(event.currentTarget.checked)} />
                {t('visits.alike')}
              </label>
            )}
            <VisitTable
              key={verdict ?? 'all'}
              setup={setup}
              view={view}
              verdict={verdict}
              onDecide={answer}
              onSeek={setSought}
            />
          </>
        )}
        <ImportFoot
          practiceId={practiceId}
          view={view}
          acts={acts}
          told={willBook(view, agenda.counts.decided)}
          onLeave={onLeave}
        />
      </section>
      {sought && (
        <SeekDialog
          visit={sought}
          onClose={() => setSought(null)}
          onPick={(patientId) => {
            answer({ line: sought.line, decision: 'link', patientId });
            setSought(null);
          }}
          renderPatientPicker={renderPatientPicker}
        />
      )}
    </div>
  );
}

interface SeekDialogProps {
  visit: ImportVisit;
  onClose: () => void;
  onPick: (patientId: string) => void;
  renderPatientPicker: RenderPatientPicker;
}

/** Whose visit it is: the candidates first, then anybody, or a new patient. */
function SeekDialog({ visit, onClose, onPick, renderPatientPicker }: SeekDialogProps) {
  const { t } = useTranslation('imports');
  return (
    <Dialog title={t('visits.whose', { words: visit.summary })} onClose={onClose}>
      <Candidates visit={visit} onPick={onPick} />
      {renderPatientPicker({ autoFocus: true, onPick: ({ id }) => onPick(id) })}
    </Dialog>
  );
}

function Candidates({ visit, onPick }: Pick<SeekDialogProps, 'visit' | 'onPick'>) {
  const formats = useFormats();
  if (visit.candidates.length === 0) return null;
  return (
    <ul className="imp-candidates">
      {visit.candidates.map(({ patientId, ...candidate }) => (
        <li key={patientId}>
          <Button size="sm" onClick={() => onPick(patientId)}>
            {formats.nameFull(candidate)} · {formats.dateShort(candidate.birthDate)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

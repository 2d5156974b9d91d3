import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { ErrorState } from '../../ui/error-state';
import { Shape, Skeleton } from '../../ui/skeleton';
import { Fill } from '../../ui/slot';
import { AgendaPreview, type RenderPatientPicker } from './agenda-preview';
import { FileStep } from './file-step';
import { ImportHead } from './import-head';
import { importQuery } from './imports.queries';
import { Outcome } from './outcome';
import { PatientsPreview } from './patients-preview';
import { StepStrip } from './step-strip';
import { type Step, stepOf } from './steps';
import { useFileSize } from './use-file-size';
import { useFreshLines } from './use-fresh-lines';
import { useImportActs } from './use-import-acts';

interface OneImportProps {
  setup: PracticeSetup;
  importId: string;
  renderPatientPicker: RenderPatientPicker;
  onLeave: () => void;
}

/** One import, at the step where the server says it is. */
export function OneImport({ setup, importId, renderPatientPicker, onLeave }: OneImportProps) {
  const { t } = useTranslation(['imports', 'frame']);
  const practiceId = setup.practice.id;
  const { data: view, error, refetch } = useQuery(importQuery(practiceId, importId));
  useScreenTitle(t('title'), t('settings'));
  useSaidState(view);
  if (!view) {
    return (
      <div className="set-part">
        <header className="bar">
          <h1>{t('title')}</h1>
        </header>
        <div className="set-pad">
          {error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <Skeleton label={t('frame:loading')}>
              <Shape height={52} />
            </Skeleton>
          )}
        </div>
      </div>
    );
  }
  return <Known {...{ setup, view, renderPatientPicker, onLeave }} />;
}

function Known({ setup, view, renderPatientPicker, onLeave }: Omit<OneImportProps, 'importId'> & { view: ImportView }) {
  const { t } = useTranslation('imports');
  const acts = useImportActs(setup.practice.id, view.id);
  useFreshLines(setup.practice.id, view);
  const step = stepOf(view);
  const isStaged = step === 'columns' || step === 'preview';
  const notes = useNotes(view, step);
  return (
    <div className="set-part">
      <ImportHead view={view} onLeave={onLeave} />
      <StepStrip kind={view.kind} current={step} isDone={view.state === 'committed'} notes={notes} />
      {step === 'file' && <FileStep view={view} setup={setup} onLeave={onLeave} />}
      {isStaged && view.kind === 'patients' && (
        <PatientsPreview setup={setup} view={view} acts={acts} onLeave={onLeave} />
      )}
      {isStaged && view.kind === 'appointments' && (
        <AgendaPreview {...{ setup, view, acts, renderPatientPicker, onLeave }} />
      )}
      {step === 'writing' && <Outcome setup={setup} view={view} acts={acts} onLeave={onLeave} />}
      <Fill slot="footEnd">{step !== 'writing' && t('nothingWritten')}</Fill>
    </div>
  );
}

/** Under each step that is over: what it found. */
function useNotes({ kind, columns, bytes, state }: ImportView, step: Step) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const size = useFileSize();
  if (step === 'file') return {};
  const known = columns.filter(({ field }) => field !== null).length;
  const recognised = t('steps.recognised', { n: formats.integer(known), count: columns.length });
  return {
    file: size(bytes),
    columns: kind === 'appointments' ? t('steps.agendasNote') : columns.length > 0 ? recognised : undefined,
    preview: state === 'checking' ? t('steps.checking') : step === 'preview' ? t('steps.checked') : undefined,
  };
}

/** Said once, as it happens: the end of a check or of the writing, for whoever does not watch the bar. */
function useSaidState(view: ImportView | undefined): void {
  const { t } = useTranslation('imports');
  const state = view?.state;
  const last = useRef(state);
  useEffect(() => {
    if (last.current && state && last.current !== state) announce(t(`state.${state}`));
    last.current = state;
  }, [state, t]);
}

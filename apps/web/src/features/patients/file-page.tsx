import type { PatientFile } from '@pupitre/shared/patients/patient.contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useScreenTitle } from '../../lib/screen-title';
import { useMay, useMembership, useSession } from '../../lib/session';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Shape, Skeleton } from '../../ui/skeleton';
import { AdministrativeCard } from './administrative-card';
import { ContactCard } from './contact-card';
import { FileHead } from './file-head';
import type { FileLinks } from './file-links';
import { FileJournal, InvoicesTable, VisitsTable } from './file-lists';
import { FileSide } from './file-side';
import { type FileTab, FileTabs } from './file-tabs';
import { IdentityCard } from './identity-card';
import { NotesCard } from './notes-card';
import { OpeningReasonAsk } from './opening-reason';
import './patients.css';
import { fileQuery } from './patients.queries';
import { noteOpened } from './recent-files';
import { type FileEdit, useFileEdit } from './use-file-edit';

interface FilePageProps {
  patientId: string;
  tab: FileTab;
  onTab: (tab: FileTab) => void;
  links: FileLinks;
}

/** A patient's file. Opening it is written to the audit journal, so it is read here and nowhere before. */
export function FilePage({ patientId, ...props }: FilePageProps) {
  const { t } = useTranslation('patients');
  const { practiceId } = useMembership();
  const { account } = useSession();
  useScreenTitle(t('file.screen'));
  const { data, error, refetch } = useQuery(fileQuery(practiceId, patientId));
  const patient = data?.patient;
  useEffect(() => {
    if (patient) noteOpened(`${account.id} ${practiceId}`, patient);
  }, [patient, account.id, practiceId]);
  if (data) return <OpenFile key={patientId} file={data} {...props} />;
  return (
    <div className="plain dw">
      <h1 className="sr">{t('file.screen')}</h1>
      {error ? <FileFault error={error} onRetry={() => void refetch()} onBack={props.links.onBack} /> : <FileWait />}
    </div>
  );
}

function OpenFile({ file, tab, onTab, links }: Omit<FilePageProps, 'patientId'> & { file: PatientFile }) {
  const { practiceId } = useMembership();
  const may = useMay();
  const setup = usePracticeSetup(practiceId, may('agenda.read'));
  const mayEdit = may('patient.edit');
  const editing = useFileEdit(file.patient, mayEdit);
  const edit = mayEdit ? editing : undefined;
  const hasBilling = file.outstandingCents !== null;
  const tabs = [
    { id: 'identite' as const },
    { id: 'administratif' as const },
    { id: 'rendez-vous' as const, count: file.appointments.length },
    ...(hasBilling ? [{ id: 'facturation' as const, count: file.invoices.length }] : []),
    { id: 'journal' as const },
  ];
  const current = tabs.some(({ id }) => id === tab) ? tab : 'identite';
  return (
    <>
      <FileHead file={file} links={links} />
      <OpeningReasonAsk file={file} />
      <FileTabs tabs={tabs} current={current} onPick={onTab} />
      <div className="dg">
        <div
          className="dp"
          role="tabpanel"
          id={`tabpanel-${current}`}
          aria-labelledby={`tab-${current}`}
          // A table holds nothing to stand on: the panel itself takes the focus, and the keys that scroll.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: as the pattern of tabs asks
          tabIndex={0}
        >
          {current === 'identite' && <Overview file={file} edit={edit} />}
          {current === 'administratif' && <AdministrativeCard patient={file.patient} edit={edit} />}
          {current === 'rendez-vous' && <VisitsTable file={file} setup={setup} />}
          {current === 'facturation' && <InvoicesTable file={file} setup={setup} />}
          {current === 'journal' && <FileJournal file={file} />}
        </div>
        <FileSide file={file} setup={setup} />
      </div>
    </>
  );
}

function Overview({ file: { patient }, edit }: { file: PatientFile; edit: FileEdit | undefined }) {
  return (
    <div className="dcs">
      <div className="dc">
        <IdentityCard patient={patient} edit={edit} />
        <ContactCard patient={patient} edit={edit} />
      </div>
      <div className="dc">
        <AdministrativeCard patient={patient} edit={edit} />
        <NotesCard patient={patient} edit={edit} />
      </div>
    </div>
  );
}

/** A file that is not there is not there a second time: the way back instead. */
function FileFault({ error, onRetry, onBack }: { error: Error; onRetry: () => void; onBack: () => void }) {
  const { t } = useTranslation('patients');
  if (!(error instanceof ApiProblem) || error.isPassing) return <ErrorState error={error} onRetry={onRetry} />;
  const back = (
    <Button size="sm" onClick={onBack}>
      {t('file.back')}
    </Button>
  );
  return <ErrorState error={error} acts={back} />;
}

function FileWait() {
  const { t } = useTranslation('patients');
  return (
    <Skeleton label={t('file.loading')}>
      <div className="fe-col">
        <Shape width={320} height={26} />
        <Shape width={480} height={16} />
        <div className="dcs">
          <Shape height={280} />
          <Shape height={280} />
        </div>
      </div>
    </Skeleton>
  );
}

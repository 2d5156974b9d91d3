import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CardShell } from './card-shell';
import { EditArea } from './edit-fields';
import type { FileEdit } from './use-file-edit';

/** « À savoir » shows on every card of hers; the note stays in the file. Neither may hold anything clinical. */
export function NotesCard({ patient, edit }: { patient: PatientIdentity; edit: FileEdit | undefined }) {
  const { t } = useTranslation('patients');
  const form = edit && (
    <div className="fe-col">
      <EditArea edit={edit} field="headsUp" rows={2} help={t('notes.headsUpHelp')} />
      <EditArea edit={edit} field="teamNote" rows={4} help={t('notes.teamNoteHelp')} />
    </div>
  );
  return (
    <CardShell id="notes" icon={IconPin} edit={edit} form={form}>
      {patient.headsUp && (
        <p className="call notes-up">
          <b>{t('field.headsUp')}</b> {patient.headsUp}
        </p>
      )}
      <p className={patient.teamNote ? 'notes' : 'notes hint'}>{patient.teamNote || t('notes.none')}</p>
    </CardShell>
  );
}

import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useMembership, useSession } from '../../lib/session';
import { useServerDraft } from '../../lib/use-server-draft';
import { DraftNotice } from '../../ui/draft-notice';
import { Panel } from '../../ui/panel';
import { clearNewPatient, closeNewPatient, forgetNewPatient, keepNewPatient, useNewPatient } from './new-patient-store';
import { PatientQuickForm } from './patient-quick-form';
import { draftFromText, type QuickDraft, quickDraft } from './quick-draft';

/** The new patient's panel, on any screen. What is typed outlives the panel, a lock and a failure. */
export function NewPatientPanel({ onDone }: { onDone: (hit: PatientHit) => void }) {
  const { account } = useSession();
  const { practiceId, zone } = useMembership();
  const { isOpen, text, draft } = useNewPatient(account.id, practiceId);
  if (!isOpen) return null;
  return <OpenPanel text={text} draft={draft} zone={zone} onDone={onDone} />;
}

interface OpenPanelProps {
  text: string;
  draft: QuickDraft | null;
  zone: string;
  onDone: (hit: PatientHit) => void;
}

function OpenPanel({ text, draft, zone, onDone }: OpenPanelProps) {
  const { t } = useTranslation('patients');
  const typed = draft ?? draftFromText(text, todayIn(zone, serverNow()), phoneRegionOf(zone));
  const kept = useServerDraft({
    ...{ form: 'new_patient', subject: 'new', shape: quickDraft, body: typed },
    isDirty: draft !== null || text !== '',
    onRestore: keepNewPatient,
    onClear: clearNewPatient,
  });
  const finish = (hit: PatientHit) => {
    kept.done();
    forgetNewPatient();
    onDone(hit);
  };
  return (
    <Panel
      label={t('new.title')}
      head={<h2 className="pt">{t('new.title')}</h2>}
      onClose={closeNewPatient}
      priority={5}
    >
      <DraftNotice draft={kept} />
      <PatientQuickForm
        key={text}
        draft={typed}
        onDraft={keepNewPatient}
        onCreated={finish}
        onSame={finish}
        submitLabel={t('new.createThenSlots')}
      />
    </Panel>
  );
}

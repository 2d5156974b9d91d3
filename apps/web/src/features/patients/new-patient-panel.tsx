import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useMembership, useSession } from '../../lib/session';
import { Panel } from '../../ui/panel';
import { closeNewPatient, forgetNewPatient, keepNewPatient, useNewPatient } from './new-patient-store';
import { PatientQuickForm } from './patient-quick-form';
import { draftFromText } from './quick-draft';

/** The new patient's panel, on any screen. What is typed outlives the panel, a lock and a failure. */
export function NewPatientPanel({ onDone }: { onDone: (hit: PatientHit) => void }) {
  const { t } = useTranslation('patients');
  const { account } = useSession();
  const { practiceId, zone } = useMembership();
  const { isOpen, text, draft } = useNewPatient(account.id, practiceId);
  if (!isOpen) return null;
  const finish = (hit: PatientHit) => {
    forgetNewPatient();
    onDone(hit);
  };
  const typed = draft ?? draftFromText(text, todayIn(zone, serverNow()), phoneRegionOf(zone));
  return (
    <Panel
      label={t('new.title')}
      head={<h2 className="pt">{t('new.title')}</h2>}
      onClose={closeNewPatient}
      priority={5}
    >
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

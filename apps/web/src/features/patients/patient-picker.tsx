import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { PatientQuickForm } from './patient-quick-form';
import { PickerField } from './picker-field';
import { draftFromText, type QuickDraft } from './quick-draft';

export interface PatientPickerProps {
  autoFocus?: boolean;
  onPick: (patient: PatientHit) => void;
}

/** Finds a patient, or creates her in place: for a panel that needs somebody. */
export function PatientPicker({ autoFocus = false, onPick }: PatientPickerProps) {
  const { t } = useTranslation('patients');
  const { zone } = useMembership();
  const [text, setText] = useState('');
  const [draft, setDraft] = useState<QuickDraft | null>(null);
  if (draft) {
    return (
      <div className="pk-new">
        <header className="row">
          <h3 className="h3">{t('new.title')}</h3>
          <span className="sp" />
          <Button size="xs" look="ghost" onClick={() => setDraft(null)}>
            {t('picker.back')}
          </Button>
        </header>
        <PatientQuickForm draft={draft} onDraft={setDraft} onCreated={onPick} onSame={onPick} />
      </div>
    );
  }
  const create = () => setDraft(draftFromText(text, todayIn(zone, serverNow()), phoneRegionOf(zone)));
  return <PickerField text={text} onType={setText} autoFocus={autoFocus} onPick={onPick} onCreate={create} />;
}

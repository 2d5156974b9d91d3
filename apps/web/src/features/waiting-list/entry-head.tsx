import type { WaitingUrgency } from '@pupitre/shared/planning/waiting-fit';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Chip } from '../../ui/chip';
import type { WaitingPatient } from './waiting-store';

interface EntryHeadProps {
  patient: WaitingPatient;
  today: LocalDay;
  children?: ReactNode;
}

/** « DELMAS Irène », « 54 ans · 02/04/1971 ». */
export function EntryHead({ patient, today, children }: EntryHeadProps) {
  const formats = useFormats();
  const { usedName, birthName, firstName, birthDate } = patient;
  return (
    <div className="wl-id">
      <h2>
        <span className="nom">{usedName || birthName}</span> {firstName}
      </h2>
      <p className="muted">{[formats.age(birthDate, today), formats.dateShort(birthDate)].join(' · ')}</p>
      {children && <p className="row wl-chips">{children}</p>}
    </div>
  );
}

/** Nothing for an ordinary wait: what stands out is what cannot wait. */
export function UrgencyChip({ urgency }: { urgency: WaitingUrgency }) {
  const { t } = useTranslation('waiting-list');
  if (urgency === 'normal') return null;
  return (
    <Chip tone={urgency === 'urgent' ? 'danger' : 'warn'} icon={urgency === 'urgent' ? IconAlertTriangle : undefined}>
      {t(`urgency.${urgency}`)}
    </Chip>
  );
}

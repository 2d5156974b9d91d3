import type { PatientHit, TwinView } from '@pupitre/shared/patients/patient.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { PatientLast, PatientName, PatientTraits } from '../../ui/patient-line';
import { twinTags } from './twin-tags';

interface TwinWarningProps {
  twins: readonly TwinView[];
  today: LocalDay;
  onSame: (hit: PatientHit) => void;
}

/** Who may be the same person, while one types: told before a second file exists. */
export function TwinWarning({ twins, today, onSame }: TwinWarningProps) {
  const { t } = useTranslation('patients');
  const [first] = twins;
  return (
    <div aria-live="polite">
      {first && (
        <section className="tw" aria-label={t('twin.label')}>
          <header>
            <Icon of={IconUsers} />
            {first.level === 'weak' ? t('twin.weak') : t('twin.close', { context: first.patient.sex })}
          </header>
          {twins.map((twin) => (
            <Twin key={twin.patient.id} twin={twin} today={today} isFirst={twin === first} onSame={onSame} />
          ))}
        </section>
      )}
    </div>
  );
}

interface TwinProps {
  twin: TwinView;
  today: LocalDay;
  isFirst: boolean;
  onSame: (hit: PatientHit) => void;
}

function Twin({ twin: { patient, reasons }, today, isFirst, onSame }: TwinProps) {
  const { t } = useTranslation('patients');
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId, useMay()('agenda.read'));
  return (
    <div className="p">
      <p className="who">
        <PatientName patient={patient} />
      </p>
      <p>
        <PatientTraits hit={patient} today={today} /> · <PatientLast hit={patient} today={today} setup={setup} />
      </p>
      <ul className="df">
        {twinTags(reasons).map(({ name, isSame }) => (
          <li key={name} className={isSame ? 'e' : undefined}>
            {t(`twin.tag.${name}`)}
          </li>
        ))}
      </ul>
      <Button size="sm" look={isFirst ? 'primary' : 'plain'} onClick={() => onSame(patient)}>
        {t('twin.same', { context: patient.sex })}
      </Button>
    </div>
  );
}

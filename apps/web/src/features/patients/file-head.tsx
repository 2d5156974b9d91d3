import type { PatientFile } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import {
  IconAlertCircle,
  IconCalendarPlus,
  IconCash,
  IconChevronLeft,
  IconCurrencyEuro,
  IconInfoCircle,
  IconShield,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { serverNow } from '../../lib/clock';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import { Button, IconButton } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { PatientName } from '../../ui/patient-line';
import type { FileLinks } from './file-links';

/** Who she is, what to know, what can be done. */
export function FileHead({ file, links }: { file: PatientFile; links: FileLinks }) {
  const { t } = useTranslation('patients');
  const { patient } = file;
  const isBornElse = patient.usedName !== '' && patient.usedName !== patient.birthName;
  return (
    <div className="dh">
      <div className="row">
        <IconButton icon={IconChevronLeft} label={t('file.back')} look="ghost" size="sm" onClick={links.onBack} />
        <div className="dh-who">
          <h1>
            <PatientName patient={patient} />{' '}
            {isBornElse && (
              <small>
                {t('line.born', { context: patient.sex })} {patient.birthName}
              </small>
            )}
          </h1>
          <Traits file={file} />
        </div>
        <span className="sp" />
        <HeadActs file={file} links={links} />
      </div>
      <HeadChips file={file} />
    </div>
  );
}

function Traits({ file: { patient } }: { file: PatientFile }) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const { zone, practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId, useMay()('agenda.read'));
  const usual = setup?.practitioners.find(({ id }) => id === patient.usualPractitionerId);
  const followed = usual?.title === 'dr' ? 'file.followedByDoctor' : 'file.followedBy';
  const parts = [
    t(`sex.${patient.sex}`),
    formats.age(patient.birthDate, todayIn(zone, serverNow())),
    formats.dateShort(patient.birthDate),
    patient.commune?.name,
    patient.phoneMasked ?? (patient.withoutPhone && t('value.withoutPhone')),
    setup && usual && t(followed, { context: patient.sex, name: columnName(setup, usual.resourceId) }),
    t('file.number', { number: formats.integer(patient.number) }),
  ];
  return <p className="muted">{parts.filter(Boolean).join(' · ')}</p>;
}

function HeadActs({ file, links }: { file: PatientFile; links: FileLinks }) {
  const { t } = useTranslation('patients');
  const { onPlan, onCollect } = links;
  const waiting = file.appointments.find(({ status }) => status === 'to_collect');
  const collect = waiting && onCollect ? () => onCollect(waiting.id) : undefined;
  const shared = { scope: 'global', groupKey: 'patients:file.title' } as const;
  const plan = () => onPlan?.(file.patient);
  useShortcut({ ...shared, id: 'file.plan', keys: 'F8', labelKey: 'patients:file.plan', enabled: !!onPlan, run: plan });
  useShortcut({
    ...shared,
    id: 'file.collect',
    keys: 'F9',
    labelKey: 'patients:file.collect',
    enabled: collect !== undefined,
    run: () => collect?.(),
  });
  return (
    <>
      {onPlan && (
        <Button icon={IconCalendarPlus} keys="F8" look={collect ? 'plain' : 'primary'} onClick={plan}>
          {t('file.plan')}
        </Button>
      )}
      {collect && (
        <Button icon={IconCash} keys="F9" look="primary" onClick={collect}>
          {t('file.collect')}
        </Button>
      )}
    </>
  );
}

function HeadChips({ file: { patient, outstandingCents } }: { file: PatientFile }) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const isProved = patient.insStatus === 'validated' || patient.insStatus === 'qualified';
  const insTone = isProved ? 'ok' : patient.insStatus === 'provisional' ? 'warn' : 'plain';
  return (
    <div className="row fl">
      <Chip tone={insTone} icon={isProved ? IconShieldCheck : IconShield}>
        {t(`ins.chip.${patient.insStatus}`)}
      </Chip>
      {patient.headsUp && (
        <Chip tone="warn" icon={IconInfoCircle}>
          {patient.headsUp}
        </Chip>
      )}
      {outstandingCents !== null && outstandingCents > 0 && (
        <Chip tone="warn" icon={IconCurrencyEuro}>
          {t('file.due', { amount: formats.euros(outstandingCents) })}
        </Chip>
      )}
      {patient.phoneMasked === null && !patient.withoutPhone && (
        <Chip tone="warn" icon={IconAlertCircle}>
          {t('file.phoneMissing')}
        </Chip>
      )}
    </div>
  );
}

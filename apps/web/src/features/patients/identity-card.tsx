import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { insStatuses } from '@pupitre/shared/patients/patient.contract';
import { IconCheck, IconId, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { KeyValue } from '../../ui/key-value';
import { Segmented } from '../../ui/segmented';
import { birthDayLong } from './birth-day';
import { CardShell } from './card-shell';
import { CommuneInput } from './commune-input';
import { EditText } from './edit-fields';
import type { FileEdit } from './use-file-edit';

export function IdentityCard({ patient, edit }: { patient: PatientIdentity; edit: FileEdit | undefined }) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const isProved = patient.insStatus !== 'provisional';
  const proved = (value: string) => (
    <>
      {value} {isProved && <Icon of={IconLock} size={12} />}
    </>
  );
  const born = birthDayLong(formats, patient.birthDate);
  const place = patient.birthPlace ? t('value.bornAt', { day: born, place: patient.birthPlace.name }) : born;
  return (
    <CardShell id="identity" icon={IconId} edit={edit} form={edit && <IdentityForm edit={edit} isProved={isProved} />}>
      <InsSteps status={patient.insStatus} />
      <KeyValue
        lines={[
          [t('field.birthName'), proved(patient.birthName)],
          [t('field.firstNames'), proved(patient.firstNames || patient.firstName)],
          [t('field.usedName'), patient.usedName],
          [t('field.firstName'), patient.firstName],
          [t('field.birthDate'), proved(place)],
          [t('field.sex'), proved(t(`sex.${patient.sex}`))],
        ]}
      />
      {isProved && <p className="call plain fe-why">{t('identity.locked')}</p>}
    </CardShell>
  );
}

/** How far the national identity is proved; the step reached is a word and a tick, not a colour alone. */
function InsSteps({ status }: { status: PatientIdentity['insStatus'] }) {
  const { t } = useTranslation('patients');
  const reached = insStatuses.indexOf(status);
  return (
    <ol className="ins">
      {insStatuses.map((step, index) => (
        <li
          key={step}
          className={index === reached ? 'cur' : index < reached ? 'past' : undefined}
          aria-current={index === reached ? 'step' : undefined}
        >
          {index === reached && <Icon of={IconCheck} size={12} />} {t(`ins.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function IdentityForm({ edit, isProved }: { edit: FileEdit; isProved: boolean }) {
  const { t } = useTranslation('patients');
  return (
    <>
      {isProved && <p className="call fe-why">{t('identity.losesProof')}</p>}
      <div className="fe-grid">
        <EditText edit={edit} field="birthName" autoFocus required />
        <EditText edit={edit} field="usedName" />
        <EditText edit={edit} field="firstNames" help={t('identity.firstNamesHelp')} />
        <EditText edit={edit} field="firstName" required />
        <EditText edit={edit} field="birthDate" required placeholder="120362" />
        <div>
          <CommuneInput
            label={t('field.birthPlace')}
            value={edit.values.birthPlace}
            birthplace
            fault={edit.faultOf('birthPlace') && t('fault.text')}
            onPick={(birthPlace) => edit.change({ birthPlace })}
          />
        </div>
        <div className="field">
          <span>{t('field.sex')}</span>
          <Segmented
            label={t('field.sex')}
            value={edit.values.sex}
            segments={(['F', 'M', 'U'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
            onPick={(sex) => edit.change({ sex })}
          />
        </div>
      </div>
    </>
  );
}

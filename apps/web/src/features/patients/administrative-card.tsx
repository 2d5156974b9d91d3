import { type PatientIdentity, thirdParties } from '@pupitre/shared/patients/patient.contract';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import { KeyValue } from '../../ui/key-value';
import { ChoiceInput } from '../../ui/text-input';
import { CardShell } from './card-shell';
import { EditFlag, EditText } from './edit-fields';
import type { FileEdit } from './use-file-edit';
import { useValueWords } from './use-value-words';

export function AdministrativeCard({ patient, edit }: { patient: PatientIdentity; edit: FileEdit | undefined }) {
  const { t } = useTranslation('patients');
  const words = useValueWords();
  return (
    <CardShell
      id="administrative"
      icon={IconHeartHandshake}
      edit={edit}
      form={edit && <AdministrativeForm edit={edit} />}
    >
      <KeyValue
        lines={[
          [t('field.usualPractitionerId'), words('usualPractitionerId', patient.usualPractitionerId)],
          [t('field.referringDoctor'), words('referringDoctor', patient.referringDoctor)],
          [t('field.longTermIllness'), words('longTermIllness', patient.longTermIllness)],
          [t('field.thirdParty'), words('thirdParty', patient.thirdParty)],
          [t('field.complementaryName'), words('complementaryName', patient.complementaryName)],
        ]}
      />
    </CardShell>
  );
}

function AdministrativeForm({ edit }: { edit: FileEdit }) {
  const { t } = useTranslation('patients');
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId, useMay()('agenda.read'));
  const people = (setup?.practitioners ?? []).map(({ id, resourceId }) => ({
    value: id,
    label: setup?.resources.find((column) => column.id === resourceId)?.name ?? id,
  }));
  return (
    <div className="fe-grid">
      <div>
        <ChoiceInput
          label={t('field.usualPractitionerId')}
          choices={[{ value: '', label: t('value.none') }, ...people]}
          value={edit.values.usualPractitionerId ?? ''}
          onPick={(id) => edit.change({ usualPractitionerId: id || null })}
          autoFocus
        />
      </div>
      <div>
        <ChoiceInput
          label={t('field.thirdParty')}
          choices={thirdParties.map((value) => ({ value, label: t(`thirdParty.${value}`) }))}
          value={edit.values.thirdParty}
          onPick={(thirdParty) => edit.change({ thirdParty })}
        />
      </div>
      <EditText edit={edit} field="complementaryName" />
      <div>
        <EditFlag edit={edit} field="referringDoctor" />
        <EditFlag edit={edit} field="longTermIllness" />
      </div>
    </div>
  );
}

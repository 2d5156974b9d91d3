import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyValue } from '../../ui/key-value';
import { CardShell } from './card-shell';
import { CommuneInput } from './commune-input';
import { EditFlag, EditText } from './edit-fields';
import { PhoneValue } from './phone-value';
import type { FileEdit } from './use-file-edit';

export function ContactCard({ patient, edit }: { patient: PatientIdentity; edit: FileEdit | undefined }) {
  const { t } = useTranslation('patients');
  const town = [patient.postalCode, patient.commune?.name].filter(Boolean).join(' ');
  const address = [patient.street, town].filter(Boolean).join(', ');
  return (
    <CardShell
      id="contact"
      icon={IconMapPin}
      edit={edit}
      form={edit && <ContactForm edit={edit} phoneMasked={patient.phoneMasked} />}
    >
      <KeyValue
        lines={[
          [t('field.street'), address || t('value.none')],
          [t('field.phone'), <PhoneValue key="phone" patient={patient} />],
          [t('field.email'), patient.email || t('value.none')],
        ]}
      />
    </CardShell>
  );
}

function ContactForm({ edit, phoneMasked }: { edit: FileEdit; phoneMasked: string | null }) {
  const { t } = useTranslation('patients');
  const { commune, postalCode } = edit.values;
  return (
    <div className="fe-grid">
      <div>
        <EditText
          edit={edit}
          field="phone"
          autoFocus
          inputMode="tel"
          placeholder={phoneMasked ?? undefined}
          help={phoneMasked ? t('contact.phoneHelp') : undefined}
          disabled={edit.values.withoutPhone}
        />
        <EditFlag edit={edit} field="withoutPhone" />
      </div>
      <EditText edit={edit} field="email" type="email" />
      <EditText edit={edit} field="street" />
      <div className="fe-town">
        <EditText edit={edit} field="postalCode" inputMode="numeric" maxLength={5} />
        <div>
          <CommuneInput
            label={t('field.commune')}
            value={commune}
            fault={edit.faultOf('commune') && t('fault.text')}
            onPick={(picked, postalCodes) => {
              const fits = postalCodes.length === 0 || postalCodes.includes(postalCode);
              edit.change({ commune: picked, ...(!fits && { postalCode: postalCodes[0] ?? '' }) });
            }}
          />
        </div>
      </div>
    </div>
  );
}

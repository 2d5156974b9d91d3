import { useTranslation } from 'react-i18next';
import { TextArea, TextInput, type TextInputProps } from '../../ui/text-input';
import type { DraftField, FileDraft } from './file-draft';
import type { FileEdit } from './use-file-edit';

type TextField = { [F in DraftField]: FileDraft[F] extends string ? F : never }[DraftField];
type EditTextProps = { edit: FileEdit; field: TextField } & Partial<TextInputProps>;

/** A text field of the file: its fault under it, and what a colleague saved meanwhile. */
export function EditText({ edit, field, ...input }: EditTextProps) {
  const { t } = useTranslation('patients');
  const fault = edit.faultOf(field);
  return (
    <div>
      <TextInput
        label={t(`field.${field}`)}
        autoComplete="off"
        value={edit.values[field]}
        onChange={(event) => edit.change({ [field]: event.currentTarget.value })}
        fault={fault && t(faultKey(fault))}
        {...input}
      />
    </div>
  );
}

export function EditArea({
  edit,
  field,
  rows,
  help,
}: {
  edit: FileEdit;
  field: TextField;
  rows: number;
  help: string;
}) {
  const { t } = useTranslation('patients');
  return (
    <div>
      <TextArea
        label={t(`field.${field}`)}
        rows={rows}
        help={help}
        value={edit.values[field]}
        onChange={(event) => edit.change({ [field]: event.currentTarget.value })}
        fault={edit.faultOf(field) && t('fault.text')}
      />
    </div>
  );
}

type FlagField = { [F in DraftField]: FileDraft[F] extends boolean ? F : never }[DraftField];

export function EditFlag({ edit, field }: { edit: FileEdit; field: FlagField }) {
  const { t } = useTranslation('patients');
  return (
    <div>
      <label className="fe-flag">
        <input
          type="checkbox"
          checked={edit.values[field]}
          onChange={(event) => edit.change({ [field]: event.currentTarget.checked })}
        />
        {t(`flag.${field}`)}
      </label>
    </div>
  );
}

const KNOWN_FAULTS = ['birthDate', 'future', 'phone', 'contact', 'email', 'postalCode'] as const;

function faultKey(fault: string) {
  const known = KNOWN_FAULTS.find((name) => name === fault);
  if (known) return `fault.${known}` as const;
  return /name/i.test(fault) ? ('fault.name' as const) : ('fault.text' as const);
}

import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { Icon } from './icon';

export interface FieldTexts {
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong and what to type; its presence marks the field as faulty. */
  fault?: ReactNode;
}

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, help under, fault under; `children` receives the attributes that tie the control to them. */
export function Field({ label, help, fault, children }: FieldTexts & { children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const describedBy = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': fault ? true : undefined })}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          <Icon of={IconAlertCircle} size={14} />
          {fault}
        </p>
      )}
    </div>
  );
}

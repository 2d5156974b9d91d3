import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { useModal } from './use-modal';

export interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
}

/**
 * The platform's modal dialog: it traps focus, makes the rest inert, closes on Escape.
 * Mount it to open it. Focus goes back to whatever held it before.
 */
export function Dialog({ title, onClose, children, foot }: DialogProps) {
  const { t } = useTranslation('frame');
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();

  useModal(box);

  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon={IconX} label={t('close')} look="ghost" size="sm" onClick={onClose} />
      </div>
      <div className="body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}

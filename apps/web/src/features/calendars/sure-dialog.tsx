import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

interface SureDialogProps {
  title: string;
  /** What it changes, and what it leaves. */
  lead: string;
  act: string;
  busy: boolean;
  onAct: () => void;
  onClose: () => void;
}

/** Asks once more before what cannot be taken back. */
export function SureDialog({ title, lead, act, busy, onAct, onClose }: SureDialogProps) {
  const { t } = useTranslation('calendars');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button ref={focusAtMount} look="danger-filled" busy={busy} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      <p>{lead}</p>
    </Dialog>
  );
}

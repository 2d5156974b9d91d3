import { readFeed } from '@pupitre/shared/calendars/calendar.contract';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urlOf } from '../../lib/api-client';
import { focusAtMount } from '../../lib/focus-at-mount';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export interface ShownAddress {
  readonly column: string;
  readonly token: string;
}

interface AddressDialogProps {
  address: ShownAddress;
  onClose: () => void;
}

/** The address is shown here alone: nothing can show it again, a new one must be made. */
export function AddressDialog({ address: { column, token }, onClose }: AddressDialogProps) {
  const { t } = useTranslation('calendars');
  const [isCopied, setCopied] = useState(false);
  const address = `${window.location.origin}${urlOf(readFeed, { params: { token } })}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Dialog
      title={t('address.title', { column })}
      onClose={onClose}
      foot={
        <Button ref={focusAtMount} look="primary" icon={isCopied ? IconCheck : IconCopy} onClick={() => void copy()}>
          {t(isCopied ? 'address.copied' : 'address.copy')}
        </Button>
      }
    >
      <p>{t('address.lead')}</p>
      <p className="cal-address">
        <code>{address}</code>
      </p>
      <ul className="cal-where">
        <li>{t('address.google')}</li>
        <li>{t('address.apple')}</li>
        <li>{t('address.outlook')}</li>
      </ul>
      <p className="sr" role="status">
        {isCopied && t('address.copied')}
      </p>
    </Dialog>
  );
}

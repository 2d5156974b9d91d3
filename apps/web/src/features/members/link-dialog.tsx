import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationAddress } from '../../lib/invitation-address';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export interface ShownLink {
  readonly displayName: string;
  readonly token: string;
}

interface LinkDialogProps {
  link: ShownLink;
  onClose: () => void;
}

/** The link is shown here alone: nothing can show it again, a new one must be made. */
export function LinkDialog({ link, onClose }: LinkDialogProps) {
  const { t } = useTranslation('members');
  const [isCopied, setCopied] = useState(false);
  const address = invitationAddress(link.token);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Dialog
      title={t('link.title', { name: link.displayName })}
      onClose={onClose}
      foot={
        <>
          <Button icon={IconPrinter} onClick={() => window.print()}>
            {t('link.print')}
          </Button>
          <Button look="primary" icon={isCopied ? IconCheck : IconCopy} onClick={() => void copy()}>
            {t(isCopied ? 'link.copied' : 'link.copy')}
          </Button>
        </>
      }
    >
      <p>{t('link.lead')}</p>
      <p className="mb-link">
        <code>{address}</code>
      </p>
      <p className="sr" role="status">
        {isCopied && t('link.copied')}
      </p>
    </Dialog>
  );
}

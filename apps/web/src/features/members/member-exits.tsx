import type { MemberView } from '@pupitre/shared/members/member.contract';
import { IconKey, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';

interface MemberExitsProps {
  member: MemberView;
  busy: boolean;
  onRenew: () => void;
  onEnd: () => void;
}

/** Another link, or the end of her access, which asks once more. */
export function MemberExits({ member, busy, onRenew, onEnd }: MemberExitsProps) {
  const { t } = useTranslation('members');
  const [isSure, setSure] = useState(false);
  return (
    <div className="mb-exits">
      <div>
        <Button icon={IconKey} disabled={busy} onClick={onRenew}>
          {t('newLink')}
        </Button>
        <p className="hint">{t('newLinkHelp')}</p>
      </div>
      {!isSure && (
        <div>
          <Button look="danger" icon={IconUserOff} disabled={busy} onClick={() => setSure(true)}>
            {t('end')}
          </Button>
        </div>
      )}
      {isSure && (
        <div className="msg bad" role="alertdialog" aria-label={t('end')}>
          <p>{t('endSure', { name: member.displayName })}</p>
          <div className="acts">
            <Button look="danger-filled" size="sm" disabled={busy} autoFocus onClick={onEnd}>
              {t('end')}
            </Button>
            <Button size="sm" onClick={() => setSure(false)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

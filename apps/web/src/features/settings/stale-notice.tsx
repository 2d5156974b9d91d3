import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

interface StaleNoticeProps {
  /** What was changed meanwhile, e.g. « Les horaires ». */
  children: string;
  /** Takes what is saved now; what was typed is given up. */
  onTake: () => void;
  /** Keeps what was typed, on top of what is saved now. */
  onKeep: () => void;
}

/** Somebody saved first: nothing typed is lost, and nobody's work is overwritten unseen. */
export function StaleNotice({ children, onTake, onKeep }: StaleNoticeProps) {
  const { t } = useTranslation('settings');
  return (
    <div className="set-stale" role="alert">
      <p>
        <Icon of={IconAlertTriangle} />
        <span>{children}</span>
      </p>
      <div className="row">
        <Button size="sm" onClick={onKeep}>
          {t('stale.keep')}
        </Button>
        <Button size="sm" onClick={onTake}>
          {t('stale.take')}
        </Button>
      </div>
    </div>
  );
}

import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { outsideHours } from './opening.queries';

interface OutsideBandProps {
  practiceId: string;
  resourceId: string;
  onOpen: () => void;
}

/** « 4 RDV hors horaires » over the week, for as long as any stands there. */
export function OutsideBand({ practiceId, resourceId, onOpen }: OutsideBandProps) {
  const { t } = useTranslation('hours');
  const { data } = useQuery(outsideHours(practiceId, resourceId));
  if (!data || data.visits.length === 0) return null;
  return (
    <div className="band" role="status">
      <Icon of={IconAlertTriangle} />
      <b>{t('outside.count', { count: data.visits.length })}</b>
      <Button size="xs" onClick={onOpen}>
        {t('outside.open')}
      </Button>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../../lib/session';
import { Fill } from '../../ui/slot';
import { waitingListQuery } from './waiting-list.queries';

/** « Liste d’attente : 4 personnes » in the status bar: the way to the whole list from the agenda. */
export function WaitingCount({ onSeeAll }: { onSeeAll: () => void }) {
  const { t } = useTranslation('waiting-list');
  const { practiceId } = useMembership();
  const { data } = useQuery(waitingListQuery(practiceId, {}));
  if (!data || data.total === 0) return null;
  return (
    <Fill slot="footStart">
      <span className="sep" />
      <button type="button" className="link" onClick={onSeeAll}>
        {t('status', { count: data.total })}
      </button>
    </Fill>
  );
}

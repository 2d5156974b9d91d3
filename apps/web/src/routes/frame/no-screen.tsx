import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';

/** A member whose roles open nothing: told plainly, nothing invented. */
export function NoScreen() {
  const { t } = useTranslation('frame');
  return (
    <div className="fault-box">
      <h1 className="sr">{t('product')}</h1>
      <EmptyState>{t('noScreen')}</EmptyState>
    </div>
  );
}

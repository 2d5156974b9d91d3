import { useTranslation } from 'react-i18next';
import { Shape, Skeleton } from '../../ui/skeleton';

/** A screen bar and rows at their size, once the wait is felt. */
export function FrameWait() {
  const { t } = useTranslation('frame');
  return (
    <Skeleton label={t('loading')}>
      <div className="bar">
        <Shape width={180} height={18} />
        <Shape width={120} height={14} />
      </div>
      <div className="wait-rows">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
          <Shape key={row} height={28} />
        ))}
      </div>
    </Skeleton>
  );
}

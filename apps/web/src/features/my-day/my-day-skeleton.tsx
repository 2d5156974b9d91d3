import { useTranslation } from 'react-i18next';
import { Shape, Skeleton } from '../../ui/skeleton';
import './my-day.css';

/** The shapes of a full day, while it is first read. */
export function MyDaySkeleton() {
  const { t } = useTranslation('frame');
  return (
    <Skeleton label={t('loading')}>
      <div className="md">
        <h1 className="sr">{t('screen.myDay')}</h1>
        <div className="md-head">
          <div>
            <Shape width={160} height={24} />
            <Shape width={220} height={14} />
          </div>
        </div>
        <div className="md-scroll">
          <div className="md-first">
            <Shape height={156} />
            <Shape height={70} />
          </div>
          <div className="md-first">
            {['a', 'b', 'c', 'd', 'e'].map((row) => (
              <Shape key={row} height={52} />
            ))}
          </div>
        </div>
      </div>
    </Skeleton>
  );
}

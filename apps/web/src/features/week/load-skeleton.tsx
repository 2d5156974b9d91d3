import { useTranslation } from 'react-i18next';
import { Shape, Skeleton } from '../../ui/skeleton';

const HEAD_AND_TOTAL = 2;

/** The table of loads before its first answer: a bar a column. */
export function LoadSkeleton({ rows, height }: { rows: number; height: number }) {
  const { t } = useTranslation('week');
  return (
    <div className="load-box scroll">
      <Skeleton label={t('loads.loading')}>
        <div className="load-wait">
          {Array.from({ length: rows + HEAD_AND_TOTAL }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity
            <Shape key={row} height={height} />
          ))}
        </div>
      </Skeleton>
    </div>
  );
}

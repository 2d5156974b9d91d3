import { useTranslation } from 'react-i18next';
import { Shape, Skeleton } from '../../ui/skeleton';
import './waiting-room.css';

/** Rows of each list, about what a morning holds. */
const LISTS: readonly (readonly [name: string, rows: number, height: number])[] = [
  ['expected', 8, 44],
  ['present', 4, 74],
  ['inRoom', 4, 52],
  ['toCollect', 2, 58],
];

/** The board's shapes at their size, while the day is first read. */
export function RoomSkeleton() {
  const { t } = useTranslation('frame');
  return (
    <Skeleton label={t('loading')}>
      <div className="wr wr-skeleton">
        <h1 className="sr">{t('screen.waitingRoom')}</h1>
        <div className="bar">
          <Shape width={140} height={20} />
          <Shape width={320} height={14} />
        </div>
        <div className="wr-strip wr-waits">
          <Shape height={56} />
        </div>
        <div className="wr-board">
          {LISTS.map(([name, rows, height]) => (
            <div key={name} className="wr-list wr-waits">
              <Shape width={120} height={20} />
              {Array.from({ length: rows }, (_, row) => `${name} ${row}`).map((key) => (
                <Shape key={key} height={height} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </Skeleton>
  );
}

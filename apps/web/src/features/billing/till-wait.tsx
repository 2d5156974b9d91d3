import { useTranslation } from 'react-i18next';
import { Shape, Skeleton } from '../../ui/skeleton';

const ROWS = [1, 2, 3] as const;

/** The three columns at their real places while the till is first read. */
export function TillWait() {
  const { t } = useTranslation('frame');
  return (
    <Skeleton label={t('loading')}>
      <div className="till">
        <div className="ql">
          {ROWS.map((row) => (
            <Shape key={row} height={57} />
          ))}
        </div>
        <NoteWait />
      </div>
    </Skeleton>
  );
}

/** The note and the panel, while one visit is read. */
export function NoteWait() {
  return (
    <>
      <div className="iv">
        <Shape width={260} height={28} />
        <Shape height={150} />
        <Shape height={176} />
      </div>
      <div className="py">
        <div className="due">
          <Shape width={160} height={46} />
        </div>
        <div className="sect">
          <Shape height={88} />
        </div>
      </div>
    </>
  );
}

import type { ImportView } from '@pupitre/shared/import/import.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { secondsLeft, shareRead } from './steps';

const LONG_S = 90;

/** « Contrôle : ligne 16 480 sur 19 664 · 84 %, encore 4 s », or how many were checked. */
export function CheckProgress({ view }: { view: ImportView }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { progress, bytes, state } = view;
  if (!progress) return null;
  const { linesRead, linesEstimated, bytesRead, startedAt, at } = progress;
  if (state === 'checked') {
    return (
      <div className="imp-progress is-over">
        <b>{t('check.over', { count: linesRead, n: formats.integer(linesRead) })}</b>
      </div>
    );
  }
  const share = shareRead(bytesRead, bytes);
  const left = secondsLeft(share, startedAt, at);
  const told = t('check.line', {
    n: formats.integer(linesRead),
    all: formats.integer(Math.max(linesRead, linesEstimated)),
  });
  const percent = formats.percent(Math.floor(share * 100));
  return (
    <div className="imp-progress">
      <b>{told}</b>
      <span className="muted tn">
        {left === null
          ? percent
          : left > LONG_S
            ? t('check.minutesLeft', { percent, n: Math.ceil(left / 60) })
            : t('check.secondsLeft', { percent, n: left })}
      </span>
      <progress aria-label={told} value={share} max={1} />
    </div>
  );
}

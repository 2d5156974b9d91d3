import type { WeekSpan } from '@pupitre/shared/practices/week-hours';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { isodows, type PaintedBlock, paintedDay, shownHours } from './week-draft';

interface WeekPaintProps {
  saved: readonly WeekSpan[];
  drafted: readonly WeekSpan[];
}

/** The week at 48 px an hour: closed is sunken, what is added or goes is dashed until it is saved. */
export function WeekPaint({ saved, drafted }: WeekPaintProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const all = [...saved, ...drafted];
  const { first, last } = shownHours(all);
  const days = isodows.filter((isodow) => isodow < 7 || all.some((span) => span.isodow === isodow));
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const frame = { '--first': first, '--hours': last - first, '--days': days.length } as CSSProperties;
  return (
    <div className="wk" style={frame}>
      <div className="wk-gutter" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ '--at': hour * 60 } as CSSProperties}>
            {formats.timeOfMinutes(hour * 60)}
          </span>
        ))}
      </div>
      {days.map((isodow) => {
        const blocks = paintedDay(isodow, saved, drafted);
        return (
          <div className="wk-day" key={isodow}>
            <h2>{t(`weekday.${isodow}`)}</h2>
            <ul>
              {blocks.map((block) => (
                <Block key={`${block.kind}-${block.startMin}`} block={block} />
              ))}
              {blocks.length === 0 && <li className="sr">{t('hours.closed')}</li>}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function Block({ block: { kind, startMin, endMin } }: { block: PaintedBlock }) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const range = formats.timeRange(startMin, endMin);
  const place = { '--at': startMin, '--long': endMin - startMin } as CSSProperties;
  return (
    <li className={`wk-block is-${kind}`} style={place} title={range}>
      <b>
        {kind === 'added' && <Icon of={IconPlus} size={12} />}
        {kind === 'removed' && <Icon of={IconMinus} size={12} />}
        {t(`hours.block.${kind}`)}
      </b>
      <span>{range}</span>
    </li>
  );
}

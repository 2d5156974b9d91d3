// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the typed list beside it is the plain form
import { IconAlertTriangle, IconMinus, IconPlus } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { PaintCells } from './hours/paint-cells';
import type { PaintedRange } from './hours/use-paint';
import type { Stretch } from './hours/week-layers';
import type { Turn } from './hours/week-turns';
import { isodows, type PaintedBlock, paintedDay, shownHours } from './week-draft';

interface WeekPaintProps {
  saved: readonly Stretch[];
  drafted: readonly Stretch[];
  view: Turn;
  siteName: (siteId: string | null) => string;
  /** Absent: the week is only read. */
  paint?: { readonly onPaint: (range: PaintedRange) => void; readonly onClose: (range: PaintedRange) => void };
}

/** The week at 48 px an hour: closed is sunken, what is added or goes is dashed until it is saved. */
export function WeekPaint({ saved, drafted, view, siteName, paint }: WeekPaintProps) {
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
        const blocks = paintedDay(isodow, saved, drafted, view);
        return (
          <div className="wk-day" key={isodow}>
            <h2>
              {t(`weekday.${isodow}`)}
              <DayTurn isodow={isodow} drafted={drafted} />
            </h2>
            <ul>
              {blocks.map((block) => (
                <Block
                  key={`${block.kind}-${block.label}-${block.siteId}-${block.turn}-${block.startMin}`}
                  block={block}
                  site={siteName(block.siteId)}
                />
              ))}
              {blocks.length === 0 && <li className="sr">{t('hours.closed')}</li>}
            </ul>
          </div>
        );
      })}
      {paint && (
        <PaintCells days={days} firstMin={first * 60} lastMin={last * 60} drafted={drafted} view={view} {...paint} />
      )}
    </div>
  );
}

/** « samedi paire »: a day that is worked in one kind of week only. */
function DayTurn({ isodow, drafted }: { isodow: number; drafted: readonly Stretch[] }) {
  const { t } = useTranslation('hours');
  const own = drafted.filter((span) => span.isodow === isodow);
  const [turn, ...others] = [...new Set(own.map((span) => span.turn))];
  if (turn === undefined || turn === 'every' || others.length > 0) return null;
  return <small> {t(`turn.tag.${turn}`)}</small>;
}

function Block({ block, site }: { block: PaintedBlock; site: string }) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const { kind, label, turn, startMin, endMin } = block;
  const range = formats.timeRange(startMin, endMin);
  const place = { '--at': startMin, '--long': endMin - startMin } as CSSProperties;
  const what = t(`label.${label || 'plain'}`);
  const word = kind === 'kept' ? what : t(`change.${kind}`, { what });
  const classes = ['wk-block', `is-${kind}`, label && `is-${label}`, turn !== 'every' && `is-${turn}`];
  return (
    <li className={classes.filter(Boolean).join(' ')} style={place} title={`${word} ${range}`}>
      <b>
        {kind === 'added' && <Icon of={IconPlus} size={12} />}
        {kind === 'removed' && <Icon of={IconMinus} size={12} />}
        {kind === 'kept' && label === 'urgent' && <Icon of={IconAlertTriangle} size={12} />}
        {turn === 'every' ? word : t(`turn.short.${turn}`)}
      </b>
      <span>
        {range}
        {site && ` · ${site}`}
      </span>
    </li>
  );
}

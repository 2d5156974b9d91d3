// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the typed list beside it is the plain form
import { type CSSProperties, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/formats';
import { type Cell, type PaintedRange, stepMin, usePaint } from './use-paint';
import { layerOf, type Stretch } from './week-layers';
import type { Turn } from './week-turns';

interface PaintCellsProps {
  days: readonly number[];
  firstMin: number;
  lastMin: number;
  drafted: readonly Stretch[];
  view: Turn;
  onPaint: (range: PaintedRange) => void;
  onClose: (range: PaintedRange) => void;
}

/** The half hours over the drawn week: one stop for Tab, arrows inside, each says what stands there. */
export function PaintCells({ days, firstMin, lastMin, drafted, view, onPaint, onClose }: PaintCellsProps) {
  const { t } = useTranslation(['hours', 'settings']);
  const formats = useFormats();
  const grid = useRef<HTMLDivElement>(null);
  const paint = usePaint({ days, firstMin, lastMin, onPaint, onClose });
  paint.focusWith(({ isodow, startMin }) =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${isodow}-${startMin}"]`)?.focus(),
  );
  const starts = Array.from({ length: (lastMin - firstMin) / stepMin }, (_, index) => firstMin + index * stepMin);
  const layer = layerOf(drafted, view === 'odd' ? 'odd' : 'even');
  const stateAt = ({ isodow, startMin }: Cell) => {
    const found = layer.find(
      (span) => span.isodow === isodow && span.startMin < startMin + stepMin && startMin < span.endMin,
    );
    return found ? t(`label.${found.label || 'plain'}`) : t('settings:hours.closed');
  };
  const isIn = ({ isodow, startMin }: Cell) =>
    paint.range.isodows.includes(isodow) && paint.range.startMin <= startMin && startMin < paint.range.endMin;

  return (
    <div
      ref={grid}
      className="wk-cells"
      role="grid"
      tabIndex={-1}
      aria-label={t('paint.grid')}
      aria-multiselectable="true"
      aria-description={t('paint.keys')}
      onKeyDown={paint.onKeyDown}
      onPointerUp={paint.onPointerUp}
      onPointerLeave={paint.onPointerUp}
      onPointerCancel={paint.onPointerCancel}
    >
      {days.map((isodow) => (
        <div key={isodow} role="row" tabIndex={-1} className="wk-row" aria-label={t(`settings:weekday.${isodow as 1}`)}>
          {starts.map((startMin) => {
            const cell = { isodow, startMin };
            const isHead = paint.head.isodow === isodow && paint.head.startMin === startMin;
            return (
              <div
                key={startMin}
                role="gridcell"
                className="wk-cell"
                style={{ '--at': startMin, '--long': stepMin } as CSSProperties}
                tabIndex={isHead ? 0 : -1}
                data-cell={`${isodow}-${startMin}`}
                aria-selected={isIn(cell) && (paint.isExtended || isHead)}
                aria-label={t('paint.cell', {
                  day: t(`settings:weekday.${isodow as 1}`),
                  time: formats.timeOfMinutes(startMin),
                  state: stateAt(cell),
                })}
                onFocus={() => paint.onFocus(cell)}
                onPointerDown={(event) => paint.onPointerDown(cell, event)}
                onPointerEnter={() => paint.onPointerEnter(cell)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

import { type CSSProperties, memo, type Ref } from 'react';
import { gutterMarks, unitsFrom } from './geometry';
import type { PlannerLabels } from './types';

interface Props {
  readonly openMin: number;
  readonly closeMin: number;
  readonly labels: PlannerLabels;
  /** Times of what is being moved or drawn. */
  readonly targetStart: number | null;
  readonly targetEnd: number | null;
  /** Half hours alone: the tens would touch. */
  readonly isDense: boolean;
  /** The now pill, written from outside React. */
  readonly pillRef: Ref<HTMLSpanElement>;
}

const at = (openMin: number, minute: number) => ({ '--d': unitsFrom(openMin, minute) }) as CSSProperties;

/** Hours and tens, sticky at the left. Cell names carry the times for assistive tools. */
export const TimeGutter = memo(function TimeGutter(props: Props) {
  const { openMin, closeMin, labels, targetStart, targetEnd, isDense, pillRef } = props;
  const marks = gutterMarks(openMin, closeMin).filter(({ minute }) => !isDense || minute % 30 === 0);
  // Of a short visit the start alone: the two would cover each other.
  const hasRoomForBoth = (targetEnd ?? 0) - (targetStart ?? 0) >= (isDense ? 40 : 20);
  return (
    <div className="planner-gutter" aria-hidden="true">
      <div className="planner-corner" />
      <div className="planner-times">
        {marks.map(({ minute, isHour }) => (
          <span key={minute} className={isHour ? 'is-hour' : undefined} style={at(openMin, minute)} data-mark={minute}>
            {isHour ? labels.hour(minute) : minute % 60}
          </span>
        ))}
        <span className="planner-now" ref={pillRef} />
        {targetStart !== null && (
          <span className="planner-target" style={at(openMin, targetStart)}>
            {labels.time(targetStart)}
          </span>
        )}
        {targetEnd !== null && hasRoomForBoth && (
          <span className="planner-target is-end" style={at(openMin, targetEnd)}>
            {labels.time(targetEnd)}
          </span>
        )}
      </div>
    </div>
  );
});

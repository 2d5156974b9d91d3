// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the day-list twin is the real table
import './planner.css';
import { type CSSProperties, useRef } from 'react';
import { unitsFrom } from './geometry';
import { useNowLine } from './now-line';
import { PlannerColumn } from './planner-column';
import { TimeGutter } from './time-gutter';
import type { PlannerProps } from './types';
import { useActiveStop } from './use-active-stop';
import { useDayContent } from './use-day-content';
import { usePlannerGestures } from './use-planner-gestures';
import { usePlannerHandle } from './use-planner-handle';
import { useSlotHeight } from './use-slot-height';

/**
 * The day of several practitioners and rooms, side by side. It draws what it is given and asks its host for every
 * change; it knows minutes and cards, nothing of appointments.
 */
export function Planner(props: PlannerProps) {
  const { columns, openMin, closeMin, nowMin, nowColumnId, isDense = false, labels, selection } = props;
  const root = useRef<HTMLDivElement>(null);
  const pill = useRef<HTMLSpanElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const slotPx = useSlotHeight(isDense);
  const day = useDayContent(props);
  const stops = useActiveStop({ root, day, nowMin, selection });
  const announce = (sentence: string) => {
    if (live.current) live.current.textContent = sentence;
  };
  const gestures = usePlannerGestures({ root, props, day, stops, slotPx, announce });
  usePlannerHandle({ root, props, day, stops, slotPx });
  useNowLine({ grid: root, pill, nowMin, openMin, closeMin, isDense, time: labels.time });

  const { active } = stops;
  const { ghost, liftedId, isDragging, isResizing } = gestures;
  const state = ['planner', isDense && 'is-dense', isDragging && 'is-dragging', isResizing && 'is-resizing'];
  const style = {
    ...{ '--columns': columns.length, '--units': unitsFrom(openMin, closeMin) },
    ...(isDense ? { '--slot': `${slotPx}px` } : null),
  } as CSSProperties;
  return (
    <div className={state.filter(Boolean).join(' ')} style={style}>
      <div className="planner-scroll" role="grid" aria-label={labels.grid} ref={root} {...gestures.handlers}>
        <TimeGutter
          openMin={openMin}
          closeMin={closeMin}
          labels={labels}
          targetStart={ghost?.startMin ?? null}
          targetEnd={ghost?.endMin ?? null}
          isDense={isDense}
          pillRef={pill}
        />
        {columns.map((column) => {
          const isActive = active?.columnId === column.id;
          const hasCell = isActive && active.kind === 'cell';
          return (
            <PlannerColumn
              key={column.id}
              column={column}
              isElsewhere={nowColumnId !== undefined && nowColumnId !== column.id}
              {...day.content(column.id)}
              openMin={openMin}
              slotPx={slotPx}
              labels={labels}
              activeKey={isActive ? active.key : null}
              selectedKey={day.selectedIn(column.id)}
              cellStart={hasCell ? active.startMin : null}
              cellEnd={hasCell ? active.endMin : null}
              liftedId={liftedId !== null && day.cardById.get(liftedId)?.columnId === column.id ? liftedId : null}
              ghost={ghost?.columnId === column.id ? ghost : null}
            />
          );
        })}
      </div>
      <div className="planner-live" aria-live="polite" ref={live} />
    </div>
  );
}

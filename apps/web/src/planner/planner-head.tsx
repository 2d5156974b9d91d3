// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the day-list twin is the real table
import { type CSSProperties, memo } from 'react';
import { HEAD_KEY } from './navigation';
import type { PlannerColumn } from './types';

/** Names the column, says its load, opens its lateness control. Sticky at the top of its own column. */
export const PlannerHead = memo(function PlannerHead(props: { column: PlannerColumn; isTabStop: boolean }) {
  const { column, isTabStop } = props;
  return (
    <div
      className={column.isMarked ? 'planner-head is-marked' : 'planner-head'}
      role="rowheader"
      tabIndex={isTabStop ? 0 : -1}
      title={column.hint}
      data-stop={HEAD_KEY}
      data-head={column.id}
    >
      <div className="planner-head-title">
        <span className="planner-head-name">{column.title}</span>
        {column.titleNote && <span className="planner-head-note">{column.titleNote}</span>}
        {column.figure && <span className="planner-head-figure">{column.figure}</span>}
        {column.badge && <span className="planner-head-badge">{column.badge}</span>}
      </div>
      <div className="planner-head-subtitle">{column.subtitle}</div>
      {column.gauge === undefined ? (
        <div className="planner-load" aria-hidden="true">
          {column.load.map((kind, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a half hour is its rank in the day
            <i key={index} className={`is-${kind}`} />
          ))}
        </div>
      ) : (
        <div className="planner-gauge" aria-hidden="true">
          <i style={{ '--filled': `${column.gauge}%` } as CSSProperties} />
        </div>
      )}
    </div>
  );
});

import './planner.css';
import type { CSSProperties } from 'react';

/** Visit shapes of a first load: start and length in units of 10 min, the same for every column but shifted. */
const SHAPES = [
  [0, 2],
  [2, 1],
  [4, 3],
  [8, 2],
  [11, 2],
  [13, 1],
  [16, 3],
  [20, 2],
  [24, 2],
  [27, 3],
] as const;

/** The day before its first answer: nothing for 150 ms, then shapes at their true size. Later loads keep the old day. */
export function PlannerSkeleton({ columns, label }: { columns: number; label: string }) {
  const style = { '--columns': columns, '--units': 66 } as CSSProperties;
  return (
    <div className="planner planner-skeleton" style={style} role="status" aria-label={label}>
      <div className="planner-scroll" aria-hidden="true">
        <div className="planner-gutter">
          <div className="planner-corner" />
        </div>
        {Array.from({ length: columns }, (_, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity
          <div key={column} className="planner-column">
            <div className="planner-head" />
            <div className="planner-lane">
              {SHAPES.map(([start, length]) => (
                <div
                  key={start}
                  className="planner-shape"
                  style={{ '--d': start + (column % 3), '--l': length } as CSSProperties}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

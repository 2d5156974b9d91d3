// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the day-list twin is the real table
import { layOutLanes } from '@pupitre/shared/planning/overlap-lanes';
import { memo, useMemo } from 'react';
import { cardKey, cellKey, closedKey, freeKey, HEAD_KEY, holdKey } from './navigation';
import { ClosedTime, EmptyCell, FreeTime, GhostBox, HeldTime, type PlannerGhost } from './planner-blocks';
import { PlannerCard } from './planner-card';
import { PlannerHead } from './planner-head';
import type {
  PlannerCard as Card,
  ClosedBlock,
  PlannerColumn as Column,
  FreeBlock,
  HoldBlock,
  PlannerLabels,
} from './types';

interface Props {
  readonly column: Column;
  /** Another day than today: now is not drawn here. */
  readonly isElsewhere: boolean;
  readonly cards: readonly Card[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
  readonly holds: readonly HoldBlock[];
  readonly openMin: number;
  readonly slotPx: number;
  readonly labels: PlannerLabels;
  /** Key of the grid's only tab stop when it is in this column. */
  readonly activeKey: string | null;
  readonly selectedKey: string | null;
  /** Bounds of the empty cell to draw, when the focus or the selection is on one. */
  readonly cellStart: number | null;
  readonly cellEnd: number | null;
  readonly liftedId: string | null;
  readonly ghost: PlannerGhost | null;
}

const byStart = (a: Card, b: Card) => a.startMin - b.startMin || a.endMin - b.endMin;

/**
 * One column of the day. For assistive tools it is a row of the grid: its head, then its cells in the order of the
 * clock. It renders again only when something of its own changes.
 */
export const PlannerColumn = memo(function PlannerColumn(props: Props) {
  const { column, cards, closed, free, holds, openMin, slotPx, labels, activeKey, selectedKey, ghost } = props;
  const { cellStart, cellEnd, liftedId, isElsewhere } = props;
  const ordered = useMemo(() => [...cards].sort(byStart), [cards]);
  const lanes = useMemo(() => layOutLanes(ordered.filter((card) => !card.ghost)), [ordered]);
  const isStop = (key: string) => key === activeKey;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus, the row never does
    <div className={isElsewhere ? 'planner-column is-elsewhere' : 'planner-column'} role="row" data-column={column.id}>
      <PlannerHead column={column} isTabStop={isStop(HEAD_KEY)} />
      <div className="planner-lane" role="presentation" data-lane={column.id}>
        {closed.map((block) => (
          <ClosedTime
            key={block.startMin}
            block={block}
            openMin={openMin}
            isTabStop={isStop(closedKey(block.startMin))}
          />
        ))}
        {free.map((block) => (
          <FreeTime
            key={block.startMin}
            block={block}
            openMin={openMin}
            isSelected={selectedKey === freeKey(block.startMin)}
            isTabStop={isStop(freeKey(block.startMin))}
            isUnderGhost={ordered.some(({ ghost: isGhost, startMin }) => isGhost && startMin === block.startMin)}
          />
        ))}
        {holds.map((block) => (
          <HeldTime
            key={block.id}
            block={block}
            openMin={openMin}
            labels={labels}
            isTabStop={isStop(holdKey(block.id))}
          />
        ))}
        {ordered.map((card) => (
          <PlannerCard
            key={card.id}
            card={card}
            openMin={openMin}
            slotPx={slotPx}
            lane={lanes.get(card.id)?.lane ?? 0}
            lanes={lanes.get(card.id)?.lanes ?? 1}
            isSelected={selectedKey === cardKey(card.id)}
            isTabStop={isStop(cardKey(card.id))}
            isLifted={liftedId === card.id}
            isBesideFree={
              card.ghost === true &&
              free.some(({ startMin, endMin }) => startMin === card.startMin && endMin - startMin < 20)
            }
          />
        ))}
        {cellStart !== null && cellEnd !== null && (
          <EmptyCell
            startMin={cellStart}
            endMin={cellEnd}
            openMin={openMin}
            isTabStop={isStop(cellKey(cellStart))}
            label={labels.cell(column.title, cellStart, cellEnd)}
            isSelected={selectedKey === cellKey(cellStart)}
          />
        )}
        {ghost && <GhostBox ghost={ghost} openMin={openMin} slotPx={slotPx} labels={labels} />}
      </div>
    </div>
  );
});

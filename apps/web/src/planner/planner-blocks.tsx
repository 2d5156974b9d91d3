// biome-ignore-all lint/a11y/useSemanticElements: a table cannot place its cells by the minute; the day-list twin is the real table
import { IconAlertTriangle, IconHandStop, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Icon } from '../ui/icon';
import { visibleLines } from './geometry';
import { cellKey, closedKey, freeKey, holdKey } from './navigation';
import { boxStyle, CardBody } from './planner-card';
import type { ClosedBlock, FreeBlock, HoldBlock, PlannerCard, PlannerLabels, TimeBlock } from './types';

interface Placed {
  readonly openMin: number;
  readonly isTabStop: boolean;
}

export function ClosedTime({ block, openMin, isTabStop }: Placed & { block: ClosedBlock }) {
  const short = block.endMin - block.startMin < 20;
  return (
    <div
      className={short ? 'planner-closed is-line' : 'planner-closed'}
      style={boxStyle(block.startMin, block.endMin, openMin)}
      role="gridcell"
      aria-disabled="true"
      tabIndex={isTabStop ? 0 : -1}
      title={block.label}
      data-stop={closedKey(block.startMin)}
    >
      {block.label}
      {block.act && (
        <button type="button" className="link planner-closed-act" tabIndex={-1} onClick={block.act.run}>
          {block.act.label}
        </button>
      )}
    </div>
  );
}

interface FreeProps extends Placed {
  readonly block: FreeBlock;
  readonly isSelected: boolean;
  /** A cancelled visit keeps its line at the top: the text moves below, or beside it when there is one line. */
  readonly isUnderGhost: boolean;
}

export function FreeTime({ block, openMin, isTabStop, isSelected, isUnderGhost }: FreeProps) {
  const reserved = block.kind === 'reserved';
  const isShort = block.endMin - block.startMin < 20;
  const state = [
    'planner-free',
    reserved && 'is-reserved',
    isSelected && 'is-selected',
    isUnderGhost && (isShort ? 'is-beside-ghost' : 'is-under-ghost'),
  ];
  return (
    <div
      className={state.filter(Boolean).join(' ')}
      style={boxStyle(block.startMin, block.endMin, openMin)}
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isSelected}
      data-stop={freeKey(block.startMin)}
      data-free={block.startMin}
    >
      <span className="planner-said">{block.ariaLabel}</span>
      <Icon of={reserved ? IconAlertTriangle : IconPlus} size={12} />
      <span className="planner-free-time" aria-hidden="true">
        {block.label}
      </span>
      <span className="planner-free-length" aria-hidden="true">
        {block.lengthLabel}
      </span>
    </div>
  );
}

interface HeldProps extends Placed {
  readonly block: HoldBlock;
  readonly labels: PlannerLabels;
}

/** Counts down in place: a second that passes renders nothing. */
export function HeldTime({ block, openMin, isTabStop, labels }: HeldProps) {
  const text = useRef<HTMLSpanElement>(null);
  const short = block.endMin - block.startMin < 20;
  useEffect(() => {
    const write = () => {
      const seconds = Math.max(0, Math.round((block.expiresAt - Date.now()) / 1000));
      if (text.current) text.current.textContent = labels.held(seconds, short);
    };
    write();
    const timer = setInterval(write, 1000);
    return () => clearInterval(timer);
  }, [block.expiresAt, labels, short]);
  return (
    <div
      className={block.mine ? 'planner-held is-mine' : 'planner-held'}
      style={boxStyle(block.startMin, block.endMin, openMin)}
      role="gridcell"
      aria-disabled="true"
      tabIndex={isTabStop ? 0 : -1}
      data-stop={holdKey(block.id)}
    >
      <span className="planner-said">{block.ariaLabel}</span>
      <span className="planner-held-tag" aria-hidden="true">
        <Icon of={IconHandStop} size={12} />
        <b>{block.initials}</b> <span ref={text} />
      </span>
    </div>
  );
}

interface CellProps extends Placed {
  readonly startMin: number;
  readonly endMin: number;
  readonly label: string;
  readonly isSelected: boolean;
}

/** The one empty cell that exists: where the focus or the selection is. */
export function EmptyCell({ startMin, endMin, openMin, isTabStop, label, isSelected }: CellProps) {
  return (
    <div
      className={isSelected ? 'planner-cell is-selected' : 'planner-cell'}
      style={boxStyle(startMin, endMin, openMin)}
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-selected={isSelected}
      data-stop={cellKey(startMin)}
      data-cell={startMin}
    />
  );
}

/** What follows the pointer or the arrows: a visit in hand, or the range being drawn. */
export interface PlannerGhost extends TimeBlock {
  readonly card?: PlannerCard;
  readonly isRefused: boolean;
  readonly isCarried: boolean;
}

export function GhostBox(props: { ghost: PlannerGhost; openMin: number; slotPx: number; labels: PlannerLabels }) {
  const { ghost, openMin, slotPx, labels } = props;
  const { card, startMin, endMin } = ghost;
  const box = { ...boxStyle(startMin, endMin, openMin), '--m': card?.motifColor };
  if (!card) {
    return (
      <div className="planner-range" style={box} data-ghost="" aria-hidden="true">
        {labels.time(startMin)} – {labels.time(endMin)}
      </div>
    );
  }
  const lines = visibleLines(endMin - startMin, slotPx);
  const isStretched = endMin - startMin !== card.endMin - card.startMin;
  const state = [
    'planner-card is-dragged',
    `is-${card.status}`,
    lines === 1 && 'is-line',
    ghost.isRefused && 'is-barred',
    ghost.isCarried && 'is-carried',
    isStretched && 'is-stretched',
  ];
  return (
    <>
      <div className={state.filter(Boolean).join(' ')} style={box} data-ghost="" aria-hidden="true">
        <CardBody card={card} lines={lines} />
      </div>
      {isStretched && (
        <div
          className={ghost.isRefused ? 'planner-length is-barred' : 'planner-length'}
          style={boxStyle(endMin, endMin, openMin)}
          aria-hidden="true"
        >
          {labels.length(startMin, endMin)}
        </div>
      )}
    </>
  );
}

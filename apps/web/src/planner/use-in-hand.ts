import { type RefObject, useEffect, useMemo } from 'react';
import type { DragTarget } from './drag-gesture';
import type { PlannerGhost } from './planner-blocks';
import type { CarriedCard, PlannerCard, PlannerLabels, PlannerProps } from './types';

interface HandOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly drag: DragTarget | null;
  readonly carried: CarriedCard | null;
  readonly carriedCard: PlannerCard | undefined;
  readonly isDropAllowed: PlannerProps['isDropAllowed'];
  readonly labels: PlannerLabels;
  readonly titleOf: (columnId: string) => string;
  readonly announce: (sentence: string) => void;
}

/** What the pointer or the arrows hold, as one ghost; its identity changes only with its place. */
export function useInHand(options: HandOptions): PlannerGhost | null {
  const { root, drag, carried, carriedCard, isDropAllowed, labels, titleOf, announce } = options;
  const ghost = useMemo(() => {
    const held = drag ?? (carried && { ...carried, card: carriedCard });
    if (!held) return null;
    const { card, columnId, startMin, endMin } = held;
    const isRefused = card ? isDropAllowed?.(card.id, { columnId, startMin, endMin }) === false : false;
    return { card, columnId, startMin, endMin, isRefused, isCarried: drag === null };
  }, [drag, carried, carriedCard, isDropAllowed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: followed on screen at each step of the arrows
  useEffect(() => {
    if (carried) root.current?.querySelector('[data-ghost]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [carried?.columnId, carried?.startMin, carried?.endMin]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the card is taken
  useEffect(() => {
    if (!carried || !carriedCard) return;
    announce(labels.announceCarried(carriedCard, titleOf(carried.columnId), carried.startMin));
  }, [carried?.cardId]);
  return ghost;
}

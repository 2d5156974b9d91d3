import { useMemo } from 'react';
import { type ColumnContent, cardKey, cellKey, freeKey, type StopFrame, withoutCoveredGhosts } from './navigation';
import type { ClosedBlock, FreeBlock, HoldBlock, PlannerCard, PlannerProps } from './types';
import { useStableColumns } from './use-stable-columns';

const NO_HOLDS: readonly HoldBlock[] = [];
const byId = (item: PlannerCard | HoldBlock) => item.id;
const byPlace = (item: ClosedBlock | FreeBlock) => `${item.columnId} ${item.startMin}`;

/** The shown day, sorted by column, as every part of the planner reads it. */
export interface DayContent {
  readonly frame: StopFrame;
  readonly columnIds: readonly string[];
  readonly cardById: ReadonlyMap<string, PlannerCard>;
  content(columnId: string): ColumnContent;
  titleOf(columnId: string): string;
  /** Key of the chosen stop when it is in this column. */
  selectedIn(columnId: string): string | null;
}

export function useDayContent(props: PlannerProps): DayContent {
  const { columns, openMin, closeMin, slotMinutes = 10, selection } = props;
  const frame = useMemo(() => ({ openMin, closeMin, slotMinutes }), [openMin, closeMin, slotMinutes]);
  const columnIds = useMemo(() => columns.map((column) => column.id), [columns]);
  const shownCards = useMemo(() => withoutCoveredGhosts(props.cards), [props.cards]);
  const cardById = useMemo(() => new Map(shownCards.map((card) => [card.id, card])), [shownCards]);
  const cardsOf = useStableColumns(shownCards, byId);
  const closedOf = useStableColumns(props.closed, byPlace);
  const freeOf = useStableColumns(props.free, byPlace);
  const holdsOf = useStableColumns(props.holds ?? NO_HOLDS, byId);

  const selectedIn = (columnId: string): string | null => {
    if (!selection) return null;
    if ('cardId' in selection) {
      return cardById.get(selection.cardId)?.columnId === columnId ? cardKey(selection.cardId) : null;
    }
    if (selection.columnId !== columnId) return null;
    const isFree = freeOf(columnId).some((slot) => slot.startMin === selection.startMin);
    return isFree ? freeKey(selection.startMin) : cellKey(selection.startMin);
  };
  return {
    frame,
    columnIds,
    cardById,
    content: (id) => ({ cards: cardsOf(id), closed: closedOf(id), free: freeOf(id), holds: holdsOf(id) }),
    titleOf: (columnId) => columns.find((column) => column.id === columnId)?.title ?? '',
    selectedIn,
  };
}

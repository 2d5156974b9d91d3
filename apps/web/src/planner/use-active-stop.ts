import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { stopOf } from './locate';
import type { ColumnContent } from './navigation';
import { cardKey, cellKey, columnStops, openingStop, resolveStop, type Stop, type StopFrame } from './navigation';
import type { PlannerCard, PlannerSelection } from './types';

export interface ActiveStop extends Stop {
  readonly columnId: string;
  /** Time kept while going sideways, so that coming back finds the same row. */
  readonly goalMin?: number;
}

interface Wanted {
  readonly columnId: string;
  readonly key: string;
  readonly startMin: number;
  readonly goalMin?: number;
}

export interface ActiveOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly columnIds: readonly string[];
  readonly content: (columnId: string) => ColumnContent;
  readonly cardById: ReadonlyMap<string, PlannerCard>;
  readonly frame: StopFrame;
  readonly nowMin: number | null;
  readonly selection: PlannerSelection;
}

function wantedFor(selection: PlannerSelection, cardById: ReadonlyMap<string, PlannerCard>): Wanted | null {
  if (!selection) return null;
  if (!('cardId' in selection)) return { ...selection, key: cellKey(selection.startMin) };
  const card = cardById.get(selection.cardId);
  return card ? { columnId: card.columnId, key: cardKey(card.id), startMin: card.startMin } : null;
}

/** A visit that moved is followed; what disappeared is replaced by what now fills its time. */
function resolve(wanted: Wanted | null, options: ActiveOptions): ActiveStop | null {
  const { columnIds, content, cardById, frame, nowMin } = options;
  const followed = wanted?.key.startsWith('card:') ? cardById.get(wanted.key.slice('card:'.length)) : undefined;
  const asked = followed?.columnId ?? wanted?.columnId;
  const columnId = asked !== undefined && columnIds.includes(asked) ? asked : columnIds[0];
  if (columnId === undefined) return null;
  const stops = columnStops(content(columnId), frame);
  const stop = wanted ? resolveStop(stops, wanted.key, wanted.startMin, frame.slotMinutes) : openingStop(stops, nowMin);
  return stop ? { ...stop, columnId, goalMin: wanted?.goalMin } : null;
}

/**
 * The roving tab stop. The focus follows the visit that moves, survives what disappears under it, and is set by
 * `moveTo`; a selection made elsewhere (a search, the panel) takes the tab stop along without taking the focus.
 */
export function useActiveStop(options: ActiveOptions) {
  const { root, selection } = options;
  const [wanted, setWanted] = useState<Wanted | null>(() => wantedFor(selection, options.cardById));
  const [seen, setSeen] = useState(selection);
  const hadFocus = useRef(false);
  const wantsFocus = useRef(false);

  if (seen !== selection) {
    setSeen(selection);
    const next = wantedFor(selection, options.cardById);
    const isHere =
      next?.key === wanted?.key || (next?.startMin === wanted?.startMin && wanted?.key.startsWith('free:'));
    if (next && !(isHere && next.columnId === wanted?.columnId)) setWanted(next);
  }
  const active = resolve(wanted, options);

  const focusActive = () => {
    const column = root.current?.querySelector(`[data-column="${CSS.escape(active?.columnId ?? '')}"]`);
    const cell = column?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(active?.key ?? '')}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  useLayoutEffect(() => {
    const lost = hadFocus.current && document.activeElement === document.body;
    if (!wantsFocus.current && !lost) return;
    wantsFocus.current = false;
    focusActive();
  });

  const moveTo = (columnId: string, stop: Stop, goalMin?: number) => {
    wantsFocus.current = true;
    setWanted({ columnId, key: stop.key, startMin: stop.startMin, goalMin });
  };

  const focusHandlers = {
    onFocus: (event: FocusEvent) => {
      hadFocus.current = true;
      const at = stopOf(event.target);
      if (!at || (at.key === active?.key && at.columnId === active.columnId)) return;
      const stop = columnStops(options.content(at.columnId), options.frame).find(({ key }) => key === at.key);
      if (stop) setWanted({ columnId: at.columnId, key: at.key, startMin: stop.startMin });
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) hadFocus.current = false;
    },
  };
  return { active, moveTo, focusActive, focusHandlers };
}

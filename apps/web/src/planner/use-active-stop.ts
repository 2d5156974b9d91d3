import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { stopOf } from './locate';
import { cardKey, cellKey, columnStops, openingStop, resolveStop, type Stop } from './navigation';
import type { PlannerCard, PlannerSelection } from './types';
import type { DayContent } from './use-day-content';

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

interface ActiveOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly day: DayContent;
  readonly nowMin: number | null;
  readonly selection: PlannerSelection;
}

export type ActiveStops = ReturnType<typeof useActiveStop>;

function wantedFor(selection: PlannerSelection, cardById: ReadonlyMap<string, PlannerCard>): Wanted | null {
  if (!selection) return null;
  if (!('cardId' in selection)) return { ...selection, key: cellKey(selection.startMin) };
  const card = cardById.get(selection.cardId);
  return card ? { columnId: card.columnId, key: cardKey(card.id), startMin: card.startMin } : null;
}

/** A visit that moved is followed; what disappeared is replaced by what now fills its time. */
function resolve(wanted: Wanted | null, day: DayContent, nowMin: number | null): ActiveStop | null {
  const followed = wanted?.key.startsWith('card:') ? day.cardById.get(wanted.key.slice('card:'.length)) : undefined;
  const asked = followed?.columnId ?? wanted?.columnId;
  const columnId = asked !== undefined && day.columnIds.includes(asked) ? asked : day.columnIds[0];
  if (columnId === undefined) return null;
  const stops = columnStops(day.content(columnId), day.frame);
  const stop = wanted
    ? resolveStop(stops, wanted.key, wanted.startMin, day.frame.slotMinutes)
    : openingStop(stops, nowMin);
  return stop ? { ...stop, columnId, goalMin: wanted?.goalMin } : null;
}

/** The same place, told by a selection (a cell) or by a stop (the free slot drawn there). */
function isSamePlace(a: Wanted, b: Wanted | null): boolean {
  if (a.columnId !== b?.columnId) return false;
  return a.key === b.key || (a.startMin === b.startMin && b.key.startsWith('free:'));
}

/**
 * The roving tab stop. The focus follows the visit that moves, survives what disappears under it, and is set by
 * `moveTo`; a selection made elsewhere (a search, the panel) takes the tab stop along without taking the focus.
 */
export function useActiveStop({ root, day, nowMin, selection }: ActiveOptions) {
  const [wanted, setWanted] = useState<Wanted | null>(() => wantedFor(selection, day.cardById));
  const [seen, setSeen] = useState(selection);
  const hadFocus = useRef(false);
  const wantsFocus = useRef(false);

  if (seen !== selection) {
    setSeen(selection);
    const next = wantedFor(selection, day.cardById);
    if (next && !isSamePlace(next, wanted)) setWanted(next);
  }
  const active = resolve(wanted, day, nowMin);

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
      const stop = columnStops(day.content(at.columnId), day.frame).find(({ key }) => key === at.key);
      if (stop) setWanted({ columnId: at.columnId, key: at.key, startMin: stop.startMin });
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) hadFocus.current = false;
    },
  };
  return { active, moveTo, focusActive, focusHandlers };
}

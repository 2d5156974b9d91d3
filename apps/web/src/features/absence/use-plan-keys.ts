import type { PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { type RefObject, useEffect, useRef } from 'react';
import { useShortcut } from '../../keyboard/use-shortcut';
import type { LineInHand } from './use-line-in-hand';

/** Arrows over the rows; letters, digits and Enter on the row that has the focus. */
export function usePlanKeys(
  box: RefObject<HTMLTableElement | null>,
  lines: readonly PlanLine[],
  chosenId: string | null,
  hand: LineInHand,
  focusLine: (appointmentId: string) => void,
): void {
  const step = (by: 1 | -1) => () => {
    const at = lines.findIndex(({ appointmentId }) => appointmentId === chosenId);
    const target = lines[Math.max(0, Math.min(lines.length - 1, at + by))];
    if (target) focusLine(target.appointmentId);
  };
  useRowKey(box, 'ArrowUp', 'up', step(-1));
  useRowKey(box, 'ArrowDown', 'down', step(1));
  useRowKey(box, '1', 'first', () => hand.rebookAt(0));
  useRowKey(box, '2', 'second', () => hand.rebookAt(1));
  useRowKey(box, '3', 'third', () => hand.rebookAt(2));
  useRowKey(box, 'Enter', 'rebook', hand.rebook);
  useRowKey(box, 'P', 'told', hand.tell);
  useRowKey(box, 'N', 'noAnswer', hand.noAnswer);
  useRowKey(box, 'R', 'refuse', hand.askRefusal);
  useShortcut({
    id: 'absence.others',
    keys: 'F8',
    scope: 'global',
    enabled: chosenId !== null,
    labelKey: 'absence-plan:panel.others',
    groupKey: 'absence-plan:title',
    run: hand.lookFurther,
  });
  useFirstFocus(lines.length > 0, () => {
    const first = lines.find(({ state }) => state === 'to_call') ?? lines[0];
    if (first) focusLine(first.appointmentId);
  });
}

function useRowKey(within: RefObject<Element | null>, keys: string, name: string, run: () => void): void {
  useShortcut({
    id: `absence.${name}`,
    keys,
    scope: 'focus',
    within,
    labelKey: `absence-plan:keys.${name}`,
    groupKey: 'absence-plan:title',
    run,
  });
}

/** The first call is in hand as soon as the list is drawn. */
function useFirstFocus(isDrawn: boolean, focus: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!isDrawn || isDone.current) return;
    isDone.current = true;
    focus();
  });
}

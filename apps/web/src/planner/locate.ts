import { minuteAt } from './geometry';

/** The lane under a horizontal place, or the closest one when the pointer left the grid. */
export function laneAt(root: HTMLElement, clientX: number): HTMLElement | null {
  let best: HTMLElement | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const lane of root.querySelectorAll<HTMLElement>('[data-lane]')) {
    const { left, right } = lane.getBoundingClientRect();
    const distance = clientX < left ? left - clientX : clientX >= right ? clientX - right + 1 : 0;
    if (distance < bestDistance) {
      best = lane;
      bestDistance = distance;
    }
  }
  return best;
}

/** Minute under a vertical place of a lane; the scroll is in the lane's own rectangle. */
export function minuteIn(lane: HTMLElement, clientY: number, slotPx: number, openMin: number): number {
  return minuteAt(clientY - lane.getBoundingClientRect().top, slotPx, openMin);
}

export function closestOf(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

/** Column and stop key of the cell an event came from. */
export function stopOf(target: EventTarget | null): { columnId: string; key: string; element: HTMLElement } | null {
  const element = closestOf(target, '[data-stop]');
  const columnId = closestOf(element, '[data-column]')?.dataset.column;
  const key = element?.dataset.stop;
  return element && columnId && key ? { columnId, key, element } : null;
}

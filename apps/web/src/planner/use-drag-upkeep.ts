import { type RefObject, useEffect, useEffectEvent } from 'react';
import { edgePull, type Gesture } from './drag-gesture';

interface UpkeepOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly gesture: RefObject<Gesture | null>;
  readonly isDragging: boolean;
  readonly onScrolled: () => void;
  readonly onEscape: () => void;
}

/** What goes on while something is dragged: scrolling near the edges, Esc, and a page that a finger may not move. */
export function useDragUpkeep({ root, gesture, isDragging, onScrolled, onEscape }: UpkeepOptions): void {
  const scrollNearEdges = useEffectEvent(() => {
    const grid = root.current;
    if (!gesture.current || !grid) return;
    const { dx, dy } = edgePull(gesture.current, grid);
    if (dx === 0 && dy === 0) return;
    grid.scrollBy(dx, dy);
    onScrolled();
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  });
  useEffect(() => {
    if (!isDragging) return;
    let frameId = requestAnimationFrame(function step() {
      scrollNearEdges();
      frameId = requestAnimationFrame(step);
    });
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener, true);
    return () => {
      cancelAnimationFrame(frameId);
      window.removeEventListener('keydown', listener, true);
    };
  }, [isDragging]);
  useEffect(() => {
    // React listens passively: only a listener of our own may stop a finger from scrolling once it holds a visit.
    const grid = root.current;
    const hold = (event: TouchEvent) => {
      if (gesture.current?.isLifted) event.preventDefault();
    };
    grid?.addEventListener('touchmove', hold, { passive: false });
    return () => grid?.removeEventListener('touchmove', hold);
  }, [root, gesture]);
}

const mostMs = 4_000;

/**
 * Gives the focus to a visit of the day once it is drawn, as long as nobody took it elsewhere: the panel that asked for
 * it is gone, and the day may first have to be read. Until then, and without the visit, it stands on the grid.
 */
export function focusVisit(visitId: string): void {
  const until = performance.now() + mostMs;
  const attempt = () => {
    const held = document.activeElement;
    if (held && held !== document.body && !held.closest('.day-box')) return;
    const card = document.querySelector<HTMLElement>(`.day-box [data-card="${CSS.escape(visitId)}"]`);
    const target = card?.matches('[tabindex]') ? card : card?.querySelector<HTMLElement>('button');
    if (target) {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (performance.now() < until) requestAnimationFrame(attempt);
    else focusDay();
  };
  requestAnimationFrame(attempt);
}

/** The day's own tab stop, when the focus would be nowhere. */
export function focusDay(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('.day-box [data-stop][tabindex="0"], .day-box button')?.focus();
}

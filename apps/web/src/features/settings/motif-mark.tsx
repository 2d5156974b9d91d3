import type { MotifView } from '@pupitre/shared/practices/practice.contract';

/** The thin line a motif has in the agenda. */
export function MotifMark({ color }: { color: MotifView['color'] }) {
  return <span className={`set-mark is-${color}`} aria-hidden="true" />;
}

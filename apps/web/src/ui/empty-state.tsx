import type { ReactNode } from 'react';

/** One sentence, one act, no drawing. */
export function EmptyState({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="msg empty">
      <p>{children}</p>
      {act && <div className="acts">{act}</div>}
    </div>
  );
}

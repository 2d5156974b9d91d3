import type { ReactNode } from 'react';

/** Read by assistive tools, not drawn. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr">{children}</span>;
}

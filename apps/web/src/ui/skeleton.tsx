import { type ReactNode, useEffect, useState } from 'react';

/** Under this wait a skeleton would only flash. */
const PATIENCE_MS = 150;

/** Shows `children` (shapes of the real size) only once the wait is felt. */
export function Skeleton({ label, children }: { label: string; children: ReactNode }) {
  const [isFelt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isFelt) return null;
  return (
    <div aria-busy="true" role="status" aria-label={label}>
      {children}
    </div>
  );
}

/** One grey shape; sizes in CSS units, drawn as attributes of an SVG so that no inline style is needed. */
export function Shape({ width = '100%', height = 12 }: { width?: number | string; height?: number }) {
  return (
    <svg width={width} height={height} aria-hidden="true" className="skel">
      <rect width="100%" height="100%" rx="4" fill="var(--line-soft)" />
    </svg>
  );
}

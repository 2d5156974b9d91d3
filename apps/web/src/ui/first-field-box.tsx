import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A section of a panel whose first field takes the focus. A frame later: the panel itself may only be opening now, and
 * what is hidden takes no focus.
 */
export function FirstFieldBox({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div className="sect" ref={box}>
      {children}
    </div>
  );
}

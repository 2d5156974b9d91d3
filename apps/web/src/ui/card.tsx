import { type ReactNode, useId } from 'react';

export interface CardProps {
  title: ReactNode;
  /** Right end of the head. */
  acts?: ReactNode;
  children: ReactNode;
  /** The content draws its own padding (a table, a list of rows). */
  flush?: boolean;
}

/** Only on `canvas` screens; elsewhere a line divides, not a box. */
export function Card({ title, acts, children, flush }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="sp" />
        {acts}
      </header>
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
}

import type { Icon as TablerIcon } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/icon';

export interface RoomListProps {
  icon: TablerIcon;
  title: string;
  count: number;
  note?: ReactNode;
  /** Rows as list items; a sentence stands in `empty` when there are none. */
  children: ReactNode;
  empty?: ReactNode;
  foot?: ReactNode;
}

export function RoomList({ icon, title, count, note, children, empty, foot }: RoomListProps) {
  const id = useId();
  return (
    <section className="wr-list" aria-labelledby={id}>
      <header>
        <Icon of={icon} />
        <h2 id={id}>
          {title} <span className="cnt">{count}</span>
        </h2>
        <span className="sp" />
        {note && <span className="hint trunc">{note}</span>}
      </header>
      <div className="wr-scroll">
        {empty && <p className="wr-empty">{empty}</p>}
        {children}
        {foot}
      </div>
    </section>
  );
}

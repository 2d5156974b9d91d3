import type { Icon as TablerIcon } from '@tabler/icons-react';
import { Icon } from './icon';

/** Stands where a button with a drawing comes once its menu is fetched: nothing moves then. */
export function ButtonShape({ icon, look = 'plain' }: { icon: TablerIcon; look?: 'plain' | 'ghost' }) {
  return (
    <span className={look === 'ghost' ? 'btn icon s ghost' : 'btn icon s'} aria-hidden="true">
      <Icon of={icon} />
    </span>
  );
}

import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface ChipProps {
  tone?: 'plain' | 'ok' | 'warn' | 'brand' | 'danger' | 'line';
  icon?: TablerIcon;
  children: ReactNode;
}

/** Green only for a checked fact; amber for what is left to do. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={tone === 'plain' ? 'chip' : `chip ${tone}`}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}

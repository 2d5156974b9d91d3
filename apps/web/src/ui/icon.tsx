import type { Icon as TablerIcon } from '@tabler/icons-react';

const SIZE_CLASS = { 12: 'i i-12', 14: 'i i-14', 16: 'i', 20: 'i i-20' } as const;

export interface IconProps {
  of: TablerIcon;
  size?: keyof typeof SIZE_CLASS;
}

/** Stroke and size come from base.css. Always beside a word, so always hidden from assistive tools. */
export function Icon({ of: Drawing, size = 16 }: IconProps) {
  return <Drawing className={SIZE_CLASS[size]} aria-hidden="true" />;
}

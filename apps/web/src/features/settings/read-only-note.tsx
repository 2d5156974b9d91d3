import { IconLock } from '@tabler/icons-react';
import { Chip } from '../../ui/chip';

/** Beside a title: what one may read but not change, and who may. */
export function ReadOnlyNote({ children }: { children: string }) {
  return (
    <Chip tone="line" icon={IconLock}>
      {children}
    </Chip>
  );
}

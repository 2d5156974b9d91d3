import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { ariaKeys } from '../keyboard/key-spec';
import { Icon } from './icon';
import { Kbd } from './kbd';

const LOOK_CLASS = { plain: '', primary: 'p', ghost: 'ghost', danger: 'd', 'danger-filled': 'danger' } as const;
const SIZE_CLASS = { xs: 'xs', sm: 's', md: '', xl: 'xl' } as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof LOOK_CLASS;
  /** Heights 24, 28, 32 and 44 px. */
  size?: keyof typeof SIZE_CLASS;
  icon?: TablerIcon;
  /** The shortcut printed in the button, e.g. `F8`; binding it is `useShortcut`'s work. */
  keys?: string;
  /** The act is under way: the button keeps its width, turns, and ignores clicks. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', size = 'md', icon, keys, busy, className, children, ...rest }: ButtonProps) {
  const classes = ['btn', LOOK_CLASS[look], SIZE_CLASS[size], className].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-busy={busy || undefined}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy ? <span className="turn" aria-hidden="true" /> : icon && <Icon of={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  icon: TablerIcon;
  /** The word the drawing stands for: accessible name and tooltip. */
  label: string;
}

/** A lone drawing, for ordinary acts only: a destructive act always carries its word. */
export function IconButton({ icon, label, keys, className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      className={['icon', className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      title={keys ? `${label} (${keys})` : label}
    >
      <Icon of={icon} />
    </Button>
  );
}

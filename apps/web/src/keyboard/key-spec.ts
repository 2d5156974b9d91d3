/**
 * Keys are written as they are printed: `F8`, `Ctrl+K`, `Ctrl+F10`, `Alt+1`, `A`, `Delete`, `Enter`, `PageDown`, `ArrowUp`.
 * Letters are compared with `event.key` (they move between layouts), digits with `event.code` (on AZERTY they need Shift).
 */
export interface KeySpec {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

export function parseKeys(keys: string): KeySpec {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const has = (name: string) => parts.includes(name);
  return { ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key };
}

const isDigit = (key: string) => /^\d$/.test(key);
const isLetter = (key: string) => /^[A-Z]$/.test(key);

/** A key that types something: it must never act while somebody writes, and can be switched off (WCAG 2.1.4). */
export function isLetterKey(keys: string): boolean {
  const { ctrl, alt, key } = parseKeys(keys);
  return !ctrl && !alt && (isLetter(key) || isDigit(key));
}

export type KeyStroke = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** ⌘ counts as Ctrl on a Mac. */
export function matches(keys: string, stroke: KeyStroke): boolean {
  const wanted = parseKeys(keys);
  if (wanted.ctrl !== (stroke.ctrlKey || stroke.metaKey) || wanted.alt !== stroke.altKey) return false;
  if (isDigit(wanted.key)) return stroke.code === `Digit${wanted.key}` || stroke.code === `Numpad${wanted.key}`;
  if (wanted.shift !== stroke.shiftKey) return false;
  if (isLetter(wanted.key)) return stroke.key.toUpperCase() === wanted.key;
  return stroke.key === wanted.key;
}

/** Names that are words, translated in `keyboard:names`; the others are the same everywhere. */
export const namedKeys = [
  'Ctrl',
  'Alt',
  'Shift',
  'Delete',
  'Enter',
  'Escape',
  'Home',
  'PageUp',
  'PageDown',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
] as const;
export type NamedKey = (typeof namedKeys)[number];

const isNamed = (part: string): part is NamedKey => namedKeys.some((name) => name === part);

/** What stands on the key cap, in the reader's language. */
export function keyCaption(keys: string, nameOf: (name: NamedKey) => string): string {
  return keys
    .split('+')
    .map((part) => (isNamed(part) ? nameOf(part) : part))
    .join('+');
}

/** Value of `aria-keyshortcuts`, in the names of the specification. */
export const ariaKeys = (keys: string): string => keys.replace('Ctrl', 'Control');

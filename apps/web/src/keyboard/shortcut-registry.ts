import { isLetterKey, matches } from './key-spec';

export interface Shortcut {
  /** `screen.act`, stable: what the help sheet groups by and a switch-off remembers. */
  id: string;
  keys: string;
  /** `global`: anywhere on the screen. `focus`: only while the focus is inside `within` (a card, a row, a group). */
  scope: 'global' | 'focus';
  within?: () => Element | null | undefined;
  /** Words of the help sheet, `namespace:key`. */
  labelKey: string;
  /** Group of the help sheet, `namespace:key`. */
  groupKey: string;
  run: (event: KeyboardEvent) => void;
  /** Acts inside text fields too (function keys and Ctrl combinations do by default, letters never). */
  inFields?: boolean;
  /** Acts while a dialog is open too: what must never wait. */
  overDialogs?: boolean;
}

/** The most recent comes last and wins: a dialog's key hides the screen's. */
let registered: readonly Shortcut[] = [];
const watchers = new Set<() => void>();
let lettersOn = true;
let paused = false;

export function registerShortcut(shortcut: Shortcut): () => void {
  registered = [...registered, shortcut];
  for (const watcher of watchers) watcher();
  return () => {
    registered = registered.filter((other) => other !== shortcut);
    for (const watcher of watchers) watcher();
  };
}

export const registeredShortcuts = () => registered;
export const watchShortcuts = (notify: () => void) => {
  watchers.add(notify);
  return () => watchers.delete(notify);
};

/** Single letters and digits can be switched off by the person. */
export function setLetterKeys(on: boolean): void {
  lettersOn = on;
}

/** A locked desk answers to no key. */
export function pauseShortcuts(on: boolean): void {
  paused = on;
}

const isWritten = (target: Element | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=button])'));

function mayAct(shortcut: Shortcut, target: Element | null): boolean {
  const modal = document.querySelector('dialog:modal');
  const within = shortcut.within?.();
  if (shortcut.scope === 'focus' && !(target && within?.contains(target))) return false;
  if (modal && !shortcut.overDialogs && !(within && modal.contains(within))) return false;
  if (isLetterKey(shortcut.keys)) return lettersOn && !isWritten(target);
  const actsInFields = shortcut.inFields ?? /^(F\d|Ctrl|Alt)/.test(shortcut.keys);
  return actsInFields || !isWritten(target);
}

/** Runs the shortcut a stroke means on this target, if any. Returns whether one ran. */
export function runStroke(event: KeyboardEvent): boolean {
  if (paused || event.isComposing || event.defaultPrevented) return false;
  const target = event.target instanceof Element ? event.target : document.activeElement;
  const found = registered.findLast((shortcut) => matches(shortcut.keys, event) && mayAct(shortcut, target));
  if (!found) return false;
  event.preventDefault();
  found.run(event);
  return true;
}

import { useEffect, useState } from 'react';
import { HelpSheet } from './help-sheet';
import { pauseShortcuts, runStroke, setLetterKeys } from './shortcut-registry';

/** Long enough not to answer a mere Alt+digit. */
const HOLD_MS = 1000;

/** Listens once for the whole page: shortcuts, and Alt held for one second to show them all. */
export function KeyboardRoot({ letterKeys, locked }: { letterKeys: boolean; locked: boolean }) {
  const [isShown, setShown] = useState(false);

  useEffect(() => setLetterKeys(letterKeys), [letterKeys]);
  useEffect(() => {
    pauseShortcuts(locked);
    if (locked) setShown(false);
  }, [locked]);

  useEffect(() => {
    let hold: ReturnType<typeof setTimeout> | undefined;
    let isOpen = false;
    const show = (open: boolean) => {
      isOpen = open;
      setShown(open);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Alt' && !event.repeat) hold = setTimeout(() => show(!locked), HOLD_MS);
      else if (event.key !== 'Alt') clearTimeout(hold);
      if (!event.repeat || event.key.startsWith('Arrow')) runStroke(event);
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== 'Alt') return;
      clearTimeout(hold);
      // Else the browser's menu bar would take the focus as the sheet closes.
      if (isOpen) event.preventDefault();
      show(false);
    };
    const onBlur = () => {
      clearTimeout(hold);
      show(false);
    };
    addEventListener('keydown', onKeyDown);
    addEventListener('keyup', onKeyUp);
    addEventListener('blur', onBlur);
    return () => {
      onBlur();
      removeEventListener('keydown', onKeyDown);
      removeEventListener('keyup', onKeyUp);
      removeEventListener('blur', onBlur);
    };
  }, [locked]);

  return isShown && <HelpSheet />;
}

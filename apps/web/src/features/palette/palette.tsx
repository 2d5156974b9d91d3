import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closePalette } from '../../keyboard/palette-store';
import { typedAhead } from '../../keyboard/typed-ahead';
import { useMembership, useSession } from '../../lib/session';
import { ActRows } from './act-rows';
import { keepText, keptText } from './kept-text';
import './palette.css';
import type { PaletteDesk } from './palette-desk';
import { PaletteField } from './palette-field';
import { PaletteFoot } from './palette-foot';
import { PaletteStatus } from './palette-status';
import { PatientRows } from './patient-rows';
import { ReadingRow } from './reading-row';
import { SlotRow } from './slot-row';
import { usePalette } from './use-palette';
import { usePaletteKeys } from './use-palette-keys';

/** One field for everything: a patient, a booking in one sentence, a page, an act. Mounted while open. */
export function Palette({ desk }: { desk: PaletteDesk }) {
  const { t } = useTranslation('palette');
  const { account, state: sessionState } = useSession();
  const { practiceId } = useMembership();
  const owner = `${account.id} ${practiceId}`;
  const [text, setText] = useState(() => typedAhead() || keptText(owner));
  const box = useRef<HTMLDialogElement>(null);
  useModal(box, sessionState !== 'locked');

  const finish = () => {
    keepText(owner, '');
    closePalette();
  };
  const leave = () => {
    keepText(owner, text);
    closePalette();
  };
  const state = usePalette(desk, text, finish);
  const onKeyDown = usePaletteKeys(state, desk.acts, box);

  return (
    <dialog
      ref={box}
      className="pal"
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onPointerDown={(event) => event.target === box.current && leave()}
    >
      <div className="pal-in">
        <PaletteField text={text} onType={setText} state={state} onKeyDown={onKeyDown} onLeave={leave} />
        <ReadingRow state={state} />
        <div className="pal-list" id="pal-list" role="listbox" aria-label={t('results')}>
          <PatientRows state={state} />
          <SlotRow state={state} />
          <ActRows state={state} />
        </div>
        <PaletteStatus state={state} text={text} />
        <PaletteFoot />
      </div>
    </dialog>
  );
}

/** Modal while the desk is open. A locked desk takes it off the screen, for it would stand above the lock, and gives it back. */
function useModal(box: React.RefObject<HTMLDialogElement | null>, isShown: boolean): void {
  // Before the next screen takes the focus: given back later, it would be taken from a form just opened.
  useLayoutEffect(() => {
    const dialog = box.current;
    const opener = document.activeElement;
    if (!isShown || !dialog) return;
    dialog.showModal();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [box, isShown]);
}

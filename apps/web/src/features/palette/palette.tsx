import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closePalette } from '../../keyboard/palette-store';
import { useMembership, useSession } from '../../lib/session';
import { useModal } from '../../ui/use-modal';
import { ActRows } from './act-rows';
import { keepText, keptText } from './kept-text';
import './palette.css';
import { ChoiceRows } from './choice-rows';
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
  const { account } = useSession();
  const { practiceId } = useMembership();
  const owner = `${account.id} ${practiceId}`;
  const [text, setText] = useState(() => keptText(owner));
  const box = useRef<HTMLDialogElement>(null);
  useModal(box);

  const finish = () => {
    keepText(owner, '');
    closePalette();
  };
  const leave = () => {
    keepText(owner, text);
    closePalette();
  };
  const state = usePalette(desk, { text, onType: setText }, finish);
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
          <ChoiceRows state={state} />
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

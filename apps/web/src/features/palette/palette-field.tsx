import type { BookingToken } from '@pupitre/shared/planning/booking-words';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEventHandler, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { takeTypedAhead } from '../../keyboard/typed-ahead';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import type { PaletteState } from './use-palette';

interface PaletteFieldProps {
  text: string;
  onType: (text: string) => void;
  state: PaletteState;
  onKeyDown: KeyboardEventHandler<HTMLInputElement>;
  onLeave: () => void;
}

/** The field keeps the focus all along; understood words are underlined under the letters themselves. */
export function PaletteField({ text, onType, state, onKeyDown, onLeave }: PaletteFieldProps) {
  const { t } = useTranslation(['palette', 'frame']);
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const follow = () => {
    if (mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft;
  };
  // A text kept from the last time is selected: typing replaces it, an arrow goes on with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, in the very commit that gives the field the focus
  useLayoutEffect(() => {
    const ahead = takeTypedAhead();
    if (ahead) onType(ahead);
    else input.current?.select();
  }, []);
  useEffect(follow);

  return (
    <div className="q">
      <Icon of={IconSearch} size={20} />
      <div className="q-text">
        <div className="q-mirror" aria-hidden="true" ref={mirror}>
          <Underlines text={text} tokens={state.reading.words.tokens} />
        </div>
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type in it; focus goes back when it closes
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('label')}
          aria-expanded={state.rows.length > 0}
          aria-controls="pal-list"
          aria-autocomplete="list"
          aria-activedescendant={state.active?.id}
          aria-describedby="pal-reading"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={t('hint')}
          maxLength={80}
          value={text}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onScroll={follow}
          onSelect={follow}
        />
      </div>
      <span className="pal-esc">
        <Kbd keys="Escape" />
      </span>
      <span className="pal-cross">
        <IconButton icon={IconX} label={t('frame:close')} look="ghost" onClick={onLeave} />
      </span>
    </div>
  );
}

/** Nothing typed is a patient until a sentence says more: only then is there something to tell apart. */
function Underlines({ text, tokens }: { text: string; tokens: readonly BookingToken[] }) {
  const isSentence = tokens.some(({ kind }) => kind !== 'patient');
  if (!isSentence) return null;
  return tokens.map((token, index) => {
    const before = tokens[index - 1];
    const gap = text.slice(before?.end ?? 0, token.start);
    // « ven apm » is one thing said in two words.
    const isOne = before?.kind === token.kind && token.kind !== 'unknown' && gap.trim() === '';
    return (
      <span key={token.start}>
        {!isOne && gap}
        <span className={token.kind === 'unknown' ? undefined : 'tk'}>{isOne ? gap + token.text : token.text}</span>
      </span>
    );
  });
}

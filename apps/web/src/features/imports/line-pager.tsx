import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Kbd } from '../../ui/kbd';

interface LinePagerProps {
  lines: readonly { readonly line: number }[];
  /** The keys that decide are printed here once, not in every row. */
  hasDoubts: boolean;
  onBack: (() => void) | undefined;
  onNext: (() => void) | undefined;
  /** To the page that begins at a line of the file. */
  onJump: (line: number) => void;
}

export function LinePager({ lines, hasDoubts, onBack, onNext, onJump }: LinePagerProps) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const jump = (event: FormEvent) => {
    event.preventDefault();
    const line = Number(typed.replace(/\D/g, ''));
    if (line > 0) onJump(line);
    setTyped('');
  };
  const first = lines[0]?.line ?? 0;
  const last = lines.at(-1)?.line ?? 0;
  return (
    <nav className="imp-pager" aria-label={t('lines.pages')}>
      <Button size="sm" icon={IconChevronLeft} disabled={!onBack} onClick={onBack}>
        {t('lines.before')}
      </Button>
      <span className="muted tn">
        {t('lines.span', { first: formats.integer(first), last: formats.integer(last) })}
      </span>
      <Button size="sm" icon={IconChevronRight} disabled={!onNext} onClick={onNext}>
        {t('lines.after')}
      </Button>
      {hasDoubts && (
        <span className="imp-keys">
          <Kbd keys="M" /> {t('decide.same')} <Kbd keys="C" /> {t('decide.create')} <Kbd keys="L" /> {t('decide.skip')}
        </span>
      )}
      <form onSubmit={jump}>
        <span className="inp">
          <input
            inputMode="numeric"
            aria-label={t('lines.jump')}
            placeholder={t('lines.jump')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </span>
      </form>
    </nav>
  );
}

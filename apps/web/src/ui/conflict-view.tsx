import type { ChangingKind } from '@pupitre/shared/drafts/last-change.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../lib/conflict';
import { useFormats } from '../lib/formats';
import { useLastChange } from '../lib/last-change';
import { useMembership } from '../lib/session';
import { Button } from './button';
import './conflict-view.css';
import { Icon } from './icon';

export interface ConflictField {
  readonly field: string;
  readonly label: string;
  /** As it was when one began; then as a colleague saved it; then as it was typed here. Words, never codes. */
  readonly before: ReactNode;
  readonly theirs: ReactNode;
  readonly mine: ReactNode;
  readonly choice: Side;
}

export interface ConflictViewProps {
  readonly kind: ChangingKind;
  readonly subjectId: string;
  /** Of the row as the colleague saved it. */
  readonly version: number;
  readonly fields: readonly ConflictField[];
  readonly onChoose: (field: string, side: Side) => void;
  readonly onChooseAll: (side: Side) => void;
  /** Puts the choice on top of what the colleague saved. Without it the form's own button saves the choice. */
  readonly onSettle?: () => void;
  readonly isSettling?: boolean;
}

/**
 * Two people changed one thing: what it was, what the colleague made of it, what was typed here, field by field. Nothing
 * is lost and nothing is overwritten unseen; what only one of them changed is kept from both and not asked about.
 */
export function ConflictView(props: ConflictViewProps) {
  const { kind, subjectId, version, fields, onChoose, onChooseAll, onSettle, isSettling } = props;
  const { t } = useTranslation('frame');
  const box = useRef<HTMLElement>(null);
  const titleId = useId();
  const { who, when } = useAuthor(kind, subjectId, version);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);

  return (
    <section ref={box} className="conflict" aria-labelledby={titleId}>
      <div className="conflict-head" role="alert">
        <Icon of={IconArrowsSplit2} />
        <div>
          <h3 id={titleId}>{when ? t('conflict.titleAt', { who, when }) : t('conflict.title', { who })}</h3>
          <p>{fields.length > 0 ? t('conflict.choose') : t('conflict.none')}</p>
        </div>
      </div>
      {fields.map((field) => (
        <ConflictRow key={field.field} {...field} who={who} onChoose={(side) => onChoose(field.field, side)} />
      ))}
      <footer>
        <Button size="sm" onClick={() => onChooseAll('theirs')}>
          {t('conflict.allTheirs')}
        </Button>
        <Button size="sm" onClick={() => onChooseAll('mine')}>
          {t('conflict.allMine')}
        </Button>
        {onSettle && (
          <Button size="sm" look="primary" busy={isSettling} onClick={onSettle}>
            {t('conflict.settle')}
          </Button>
        )}
      </footer>
    </section>
  );
}

interface ConflictRowProps extends Omit<ConflictField, 'field'> {
  readonly who: string;
  readonly onChoose: (side: Side) => void;
}

function ConflictRow({ label, before, theirs, mine, choice, who, onChoose }: ConflictRowProps) {
  const { t } = useTranslation('frame');
  const name = useId();
  const sides = [
    ['theirs', t('conflict.theirs', { who }), theirs],
    ['mine', t('conflict.mine'), mine],
  ] as const;
  return (
    <fieldset>
      <legend>{label}</legend>
      <p className="conflict-before">
        <span>{t('conflict.before')}</span>
        <span className="conflict-was">{before || t('conflict.empty')}</span>
      </p>
      {sides.map(([side, title, value]) => (
        <label key={side} className={side === choice ? 'on' : undefined}>
          <input type="radio" name={name} checked={side === choice} onChange={() => onChoose(side)} />
          <span>{title}</span>
          <b>{value || t('conflict.empty')}</b>
        </label>
      ))}
    </fieldset>
  );
}

/** « Sonia », « à 10 h 15 »; a colleague until the journal has answered. */
function useAuthor(kind: ChangingKind, subjectId: string, version: number) {
  const { t } = useTranslation('frame');
  const formats = useFormats();
  const { zone } = useMembership();
  const change = useLastChange(kind, subjectId, version);
  if (!change) return { who: t('conflict.colleague'), when: null };
  const when = formats.timeOfMinutes(toLocal(new Date(change.at), zone).minutes);
  return { who: change.isMine ? t('conflict.elsewhere') : change.by, when };
}

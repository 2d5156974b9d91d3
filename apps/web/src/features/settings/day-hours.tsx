import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useFormats } from '../../lib/formats';
import { readClock } from '../../lib/read-clock';
import { Button, IconButton } from '../../ui/button';
import type { HoursDraftState } from './use-hours-draft';
import { type Isodow, type SpanFault, type TypedSpan } from './week-draft';

/** Opening proposed after what the day has: a morning, then an afternoon, then an evening. */
const proposals = [
  [480, 720],
  [840, 1080],
  [1080, 1200],
] as const;

interface DayHoursProps {
  isodow: Isodow;
  draft: HoursDraftState;
  /** The first field has the focus from the start. */
  takesFocus: boolean;
}

/** One day of the list: its stretches, typed as « 8h30 ». */
export function DayHours({ isodow, draft, takesFocus }: DayHoursProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const id = useId();
  const adder = useRef<HTMLButtonElement>(null);
  const own = draft.spans.filter((span) => span.isodow === isodow);
  const day = t(`weekday.${isodow}`);
  const [focusKey, setFocusKey] = useState(takesFocus ? own[0]?.key : undefined);

  const replace = (key: string, typed: Partial<TypedSpan>) =>
    draft.change(draft.spans.map((span) => (span.key === key ? { ...span, ...typed } : span)));
  const remove = (key: string) => {
    draft.change(draft.spans.filter((span) => span.key !== key));
    adder.current?.focus();
  };
  const add = () => {
    const last = Math.max(0, ...own.map(({ to }) => readClock(to) ?? 0));
    const [startMin, endMin] = proposals.find(([start]) => start >= last) ?? [last, Math.min(1440, last + 60)];
    const [from, to] = [formats.timeOfMinutes(startMin), formats.timeOfMinutes(endMin)];
    const key = crypto.randomUUID();
    setFocusKey(key);
    draft.change([...draft.spans, { key, isodow, from, to, turn: 'every', label: '', siteId: null }]);
  };

  return (
    <section className="hours-day" aria-labelledby={id}>
      <header>
        <h3 id={id}>{day}</h3>
        {own.length === 0 && <span className="hint">{t('hours.closed')}</span>}
        <span className="sp" />
        {isodow === 1 && own.length > 0 && <CopyMonday draft={draft} />}
        <Button ref={adder} size="xs" look="ghost" icon={IconPlus} aria-label={t('hours.addOn', { day })} onClick={add}>
          {t('hours.add')}
        </Button>
      </header>
      {own.map((span) => (
        <SpanRow
          key={span.key}
          span={span}
          day={day}
          takesFocus={span.key === focusKey}
          fault={draft.reading.faults.get(span.key)}
          onType={(typed) => replace(span.key, typed)}
          onRemove={() => remove(span.key)}
        />
      ))}
    </section>
  );
}

/** Monday's hours over Tuesday to Friday: most weeks are five times the same day. */
function CopyMonday({ draft }: { draft: HoursDraftState }) {
  const { t } = useTranslation('settings');
  const copy = () => {
    const monday = draft.spans.filter(({ isodow }) => isodow === 1);
    const weekend = draft.spans.filter(({ isodow }) => isodow > 5);
    const others = [2, 3, 4, 5].flatMap((isodow) =>
      monday.map((span) => ({ ...span, isodow, key: crypto.randomUUID() })),
    );
    draft.change([...monday, ...others, ...weekend]);
  };
  return (
    <Button size="xs" look="ghost" icon={IconCopy} onClick={copy}>
      {t('hours.copyMonday')}
    </Button>
  );
}

interface SpanRowProps {
  span: TypedSpan;
  day: string;
  takesFocus: boolean;
  fault: SpanFault | undefined;
  onType: (typed: Partial<TypedSpan>) => void;
  onRemove: () => void;
}

function SpanRow({ span, day, takesFocus, fault, onType, onRemove }: SpanRowProps) {
  const { t } = useTranslation(['settings', 'hours']);
  const formats = useFormats();
  const id = useId();
  const marks = [
    span.turn !== 'every' && t(`hours:turn.tag.${span.turn}`),
    span.label === 'urgent' && t('hours:label.urgent'),
  ].filter(Boolean);
  /** Written as it will be shown, once the field is left: « 830 » becomes « 8 h 30 ». */
  const tidy = (text: string) => {
    const minutes = readClock(text);
    return minutes === null ? text : formats.timeOfMinutes(minutes);
  };
  const field = (end: 'from' | 'to', isFaulty: boolean): ReactNode => (
    <span className={isFaulty ? 'inp bad' : 'inp'}>
      <input
        ref={end === 'from' && takesFocus ? focusAtMount : undefined}
        type="text"
        aria-label={t(`hours.${end}`, { day })}
        aria-invalid={isFaulty || undefined}
        aria-describedby={isFaulty ? id : undefined}
        autoComplete="off"
        value={span[end]}
        onChange={(event) => onType({ [end]: event.currentTarget.value })}
        onBlur={() => tidy(span[end]) !== span[end] && onType({ [end]: tidy(span[end]) })}
      />
    </span>
  );
  return (
    <div className="hours-row">
      {field('from', fault !== undefined && fault !== 'to_unreadable')}
      <span aria-hidden="true">–</span>
      {field('to', fault !== undefined && fault !== 'from_unreadable')}
      <IconButton icon={IconTrash} size="sm" look="ghost" label={t('hours.remove', { day })} onClick={onRemove} />
      {marks.length > 0 && <p className="hours-marks">{marks.join(' · ')}</p>}
      {fault && (
        <p className="hours-fault" id={id}>
          {t(`hours.fault.${fault}`)}
        </p>
      )}
    </div>
  );
}

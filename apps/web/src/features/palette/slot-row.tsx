import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useSlotReasons } from '../../lib/slot-reasons';
import { Kbd } from '../../ui/kbd';
import { Shape, Skeleton } from '../../ui/skeleton';
import { PaletteOption } from './palette-option';
import type { PaletteState } from './use-palette';
import { SLOTS_SHOWN } from './use-slots';
import { useWhenWords } from './use-when-words';

/** Three places for the patient under the cursor. */
export function SlotRow({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const { criteria, error, isReady } = state.slots;
  const rows = state.rows.filter((row) => row.kind === 'slot');
  if (!criteria) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox, not of form fields
    <div role="group" aria-label={t('slots.title')}>
      <SlotHead state={state} />
      {rows.length > 0 && (
        <div className="sl" role="presentation">
          {rows.map((row, index) => (
            <PaletteOption key={row.id} row={row} state={state} className="s">
              <small>{index + 1}</small>
              <SlotWords slot={row.slot} isFirst={index === 0 && state.slots.isFirst} state={state} />
            </PaletteOption>
          ))}
        </div>
      )}
      {!isReady && !error && <SlotWait />}
    </div>
  );
}

/** The field keeps the focus: these are the mouse's twins of its keys, told to assistive tools by the keys' list. */
const keepFocus = (event: PointerEvent) => event.preventDefault();

/** What the places are for, and the two ways to see others. */
function SlotHead({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const whenWords = useWhenWords();
  const { criteria, other, list, isFirst, more, showOther } = state.slots;
  const { setup } = state.reading;
  if (!criteria || !setup) return null;
  const [column, ...others] = criteria.columns;
  const said = column && others.length === 0 ? columnName(setup, column.id) : undefined;
  const [first] = list;
  const isSaidDay = criteria.when.fromDay === criteria.when.toDay;
  const saidDay =
    state.reading.words.when === undefined && isOneDay(list) && first ? formats.dateMedium(first.day) : undefined;
  const about = [saidDay, said, criteria.motif.name].filter(Boolean).join(', ');
  return (
    <p className="pal-h" aria-hidden="true">
      {t('slots.title')}{' '}
      <span className="hint trunc">
        {state.reading.words.when && (
          <>
            {whenWords(criteria.when)}
            {isOneDay(list) && first && !isSaidDay && ` (${formats.dateGrid(first.day)})`}
            {', '}
          </>
        )}
        {about}
      </span>
      <span className="sp" />
      {(list.length >= SLOTS_SHOWN || !isFirst) && (
        <button type="button" tabIndex={-1} className="hint" onPointerDown={keepFocus} onClick={more}>
          <Kbd keys="F8" /> {list.length < SLOTS_SHOWN ? t('slots.again') : t('slots.more')}
        </button>
      )}
      {other && (
        <button type="button" tabIndex={-1} className="hint" onPointerDown={keepFocus} onClick={showOther}>
          <Kbd keys="ArrowRight" /> {columnName(setup, other.id)}
        </button>
      )}
    </p>
  );
}

const isOneDay = (list: readonly FreeSlotView[]) => list.every(({ day }) => day === list[0]?.day);

/** The hour, what tells it from the two others (day and column when they are not the same for all), and why it is offered. */
function SlotWords({ slot, isFirst, state }: { slot: FreeSlotView; isFirst: boolean; state: PaletteState }) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const { list, criteria } = state.slots;
  const { setup } = state.reading;
  const reasons = useSlotReasons(setup);
  const parts = [
    !isOneDay(list) && formats.dateGrid(slot.day),
    criteria?.columns.length !== 1 && setup && columnName(setup, slot.resourceId),
    isFirst && t('slots.first'),
  ].filter(Boolean);
  return (
    <>
      <b className="tn">{formats.timeOfMinutes(slot.startMin)}</b>
      <em className="trunc">{parts.join(' · ')}</em>
      <span className="why trunc">{reasons(slot)}</span>
    </>
  );
}

function SlotWait() {
  const { t } = useTranslation('palette');
  return (
    <div aria-hidden="true">
      <Skeleton label={t('slots.waiting')}>
        <div className="sl">
          <Shape height={58} />
          <Shape height={58} />
          <Shape height={58} />
        </div>
      </Skeleton>
    </div>
  );
}

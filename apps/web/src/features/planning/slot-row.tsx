import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useSlotReasons } from '../../lib/slot-reasons';
import type { SlotPlace } from './booking-draft';
import { useDayScreen } from './day-screen-context';

export interface SlotRowHandle {
  /** Before the row: ↓ enters it. */
  focusEntry(): void;
  /** Chooses the nth slot and goes to it. */
  choose(index: number): void;
}

export interface SlotRowProps {
  readonly ref?: Ref<SlotRowHandle>;
  readonly slots: readonly FreeSlotView[] | undefined;
  readonly chosen: SlotPlace | null;
  readonly onChoose: (slot: FreeSlotView) => void;
  /** ↵ on a slot. */
  readonly onTake: (slot: FreeSlotView) => void;
  /** ↵ just before the row, where a place chosen elsewhere stands. */
  readonly onEnter?: () => void;
  /** The column is told in each row when slots of several are offered. */
  readonly showColumn: boolean;
  readonly empty: string;
}

const isSame = (slot: FreeSlotView, place: SlotPlace | null) =>
  place !== null && slot.resourceId === place.resourceId && slot.day === place.day && slot.startMin === place.startMin;

/** Three places: ↓ enters, arrows walk, ↵ takes. Without it the focus stands just before, where nothing is taken by chance. */
export function SlotRow({ ref, slots, chosen, onChoose, onTake, onEnter, showColumn, empty }: SlotRowProps) {
  const { t } = useTranslation('planning');
  const box = useRef<HTMLDivElement>(null);
  const wantsFirst = useRef(false);
  const rows = () => [...(box.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];

  const enter = (index: number) => {
    const slot = slots?.[index];
    // The answer is not here yet: the key is kept, the first slot takes the focus as it appears.
    if (!slot) wantsFirst.current = slots === undefined;
    else {
      onChoose(slot);
      rows()[index]?.focus();
    }
  };
  useImperativeHandle(ref, () => ({ focusEntry: () => box.current?.focus(), choose: enter }));

  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows().indexOf(event.target as HTMLElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const isVertical = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (step && (at >= 0 || isVertical)) {
      const last = (slots?.length ?? 1) - 1;
      const held = Math.max(0, slots?.findIndex((slot) => isSame(slot, chosen)) ?? 0);
      enter(at < 0 ? held : Math.max(0, Math.min(last, at + step)));
    } else if (event.key === 'Enter' && at < 0 && onEnter) onEnter();
    else if (event.key === 'Enter' && at >= 0 && slots?.[at]) onTake(slots[at]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const arrived = (first: HTMLElement | null) => {
    if (!first || !wantsFirst.current) return;
    wantsFirst.current = false;
    enter(0);
  };

  return (
    <div
      className="slots"
      role="radiogroup"
      aria-label={t('booking.slotsLabel')}
      tabIndex={-1}
      ref={box}
      onKeyDown={onKeyDown}
    >
      {slots?.map((slot, index) => (
        <SlotLine
          key={`${slot.resourceId} ${slot.day} ${slot.startMin}`}
          lineRef={index === 0 ? arrived : undefined}
          slot={slot}
          rank={index + 1}
          isChosen={isSame(slot, chosen)}
          isStop={isSame(slot, chosen) || (index === 0 && !slots.some((other) => isSame(other, chosen)))}
          showColumn={showColumn}
          onChoose={() => onChoose(slot)}
        />
      ))}
      {slots?.length === 0 && <p className="hint">{empty}</p>}
      {!slots && <p className="hint">{t('booking.searching')}</p>}
    </div>
  );
}

interface SlotLineProps {
  readonly lineRef: ((element: HTMLElement | null) => void) | undefined;
  readonly slot: FreeSlotView;
  readonly rank: number;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly showColumn: boolean;
  readonly onChoose: () => void;
}

function SlotLine({ lineRef, slot, rank, isChosen, isStop, showColumn, onChoose }: SlotLineProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { setup } = useDayScreen();
  const reasons = useSlotReasons(setup);
  const why = reasons(slot) || t('booking.free');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native radio would choose as the arrows pass over native ones elsewhere
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      tabIndex={isStop ? 0 : -1}
      className={isChosen ? 'slot on' : 'slot'}
      ref={lineRef}
      onClick={onChoose}
    >
      <span className="k" aria-hidden="true">
        {rank}
      </span>
      <span className="d">{formats.dateGrid(slot.day)}</span>
      <b>{formats.timeOfMinutes(slot.startMin)}</b>
      <span className="sp" />
      <span className="w">
        {showColumn ? t('booking.slotIn', { column: columnName(setup, slot.resourceId), why }) : why}
      </span>
    </button>
  );
}

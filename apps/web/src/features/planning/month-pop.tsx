import { Popover } from '@mantine/core';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import { IconChevronLeft, IconChevronRight, type Icon as TablerIcon } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { IconButton } from '../../ui/button';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { monthWeeks, shiftMonth } from './month-weeks';

export interface MonthPopProps {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly day: LocalDay;
  readonly today: LocalDay;
  readonly onPick: (day: LocalDay) => void;
}

/** A small month under its button: arrows walk the days, PgUp and PgDn the months, ↵ picks. */
export function MonthPop({ icon, label, day, today, onPick }: MonthPopProps) {
  const [isOpen, setOpen] = useState(false);
  const pick = (picked: LocalDay) => {
    setOpen(false);
    onPick(picked);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <IconButton icon={icon} label={label} size="sm" onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown className="pop month-pop" aria-label={label}>
        <Month day={day} today={today} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}

const STEPS: Readonly<Record<string, (day: LocalDay) => LocalDay>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, 1 - isoWeekday(day)),
  End: (day) => addDays(day, 7 - isoWeekday(day)),
  PageUp: (day) => shiftMonth(day, -1),
  PageDown: (day) => shiftMonth(day, 1),
};

function Month({ day, today, onPick }: Pick<MonthPopProps, 'day' | 'today' | 'onPick'>) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const [cursor, setCursor] = useState(day);
  const table = useRef<HTMLTableElement>(null);
  const month = cursor.slice(0, 7);
  const weeks = monthWeeks(cursor);
  useEffect(() => {
    table.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus();
  }, [cursor]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    setCursor(step(cursor));
  };
  return (
    <div className="month">
      <div className="row month-head">
        <IconButton
          icon={IconChevronLeft}
          label={t('nav.previousMonth')}
          look="ghost"
          size="sm"
          onClick={() => setCursor(shiftMonth(cursor, -1))}
        />
        <b aria-live="polite">{formats.monthLong(month)}</b>
        <IconButton
          icon={IconChevronRight}
          label={t('nav.nextMonth')}
          look="ghost"
          size="sm"
          onClick={() => setCursor(shiftMonth(cursor, 1))}
        />
      </div>
      <table ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col" abbr={formats.dateMedium(date).split(' ')[0]}>
                {formats.dateGrid(date).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    data-day={date}
                    data-autofocus={date === cursor || undefined}
                    tabIndex={date === cursor ? 0 : -1}
                    aria-current={date === today ? 'date' : undefined}
                    aria-pressed={date === day}
                    className={date.startsWith(month) ? undefined : 'out'}
                    onClick={() => onPick(date)}
                  >
                    <span aria-hidden="true">{Number(date.slice(8))}</span>
                    <VisuallyHidden>{formats.dateLong(date)}</VisuallyHidden>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

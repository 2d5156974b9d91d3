import { IconCheck, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { monthsOf } from './months';

interface MonthPickerProps {
  month: string;
  /** The month that is running: later ones cannot be exported. */
  current: string;
}

const yearOf = (month: string) => Number(month.slice(0, 4));

/** The months of a year that have begun: a tick on those that are over. */
export function MonthPicker({ month, current }: MonthPickerProps) {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const [turned, setTurned] = useState<{ from: string; year: number } | null>(null);
  const year = turned?.from === month ? turned.year : Math.min(yearOf(month), yearOf(current));
  const turn = (by: number) => setTurned({ from: month, year: year + by });
  return (
    <nav className="month-pick" aria-label={t('pick.label')}>
      <IconButton icon={IconChevronLeft} label={t('pick.before')} size="sm" onClick={() => turn(-1)} />
      <b className="tn" aria-live="polite">
        {year}
      </b>
      <IconButton
        icon={IconChevronRight}
        label={t('pick.after')}
        size="sm"
        disabled={year >= yearOf(current)}
        onClick={() => turn(1)}
      />
      <ul>
        {monthsOf(year)
          .filter((each) => each <= current)
          .map((each) => {
            const name = formats.monthLong(each).replace(` ${year}`, '');
            return (
              <li key={each}>
                <Link to="." search={{ mois: each }} aria-current={each === month ? 'true' : undefined}>
                  {each < current && <Icon of={IconCheck} size={14} />}
                  {each === current ? t('pick.running', { month: name }) : name}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}

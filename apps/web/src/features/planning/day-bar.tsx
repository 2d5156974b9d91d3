import { addDays } from '@pupitre/shared/time/zone';
import {
  IconCalendar,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutColumns,
  IconListDetails,
  IconPlus,
  IconPrinter,
  IconUrgent,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMay } from '../../lib/session';
import { AgendaSpans } from '../../ui/agenda-spans';
import { Button, IconButton } from '../../ui/button';
import { DatePop } from './date-pop';
import { DayActsMenu } from './day-acts-menu';
import { useDayScreen } from './day-screen-context';
import { startUrgent } from './urgent-draft';
import { useFindPlace } from './use-day-keys';
import { DayCounts } from './use-planner-content';
import { usePrintDay } from './use-print-day';
import { ViewMenu, ViewPicker } from './view-picker';

/** The day shown, the way to others, the views, and the one main button. */
export function DayBar() {
  const { t } = useTranslation(['planning', 'urgent']);
  const formats = useFormats();
  const may = useMay();
  const screen = useDayScreen();
  const { practiceId, day, clock, search, go, columns } = screen;
  const agenda = columns.length === 1 ? columns[0]?.resource.id : undefined;
  const findPlace = useFindPlace(screen);
  const print = usePrintDay(screen);
  return (
    <div className="bar day-bar">
      <h1>{formats.dateLong(day)}</h1>
      <span className="row day-nav">
        <IconButton
          icon={IconChevronLeft}
          label={t('nav.previous')}
          keys="PageUp"
          size="sm"
          onClick={() => go({ date: addDays(day, -1) })}
        />
        <Button
          size="sm"
          onClick={() => go({ date: undefined })}
          aria-current={day === clock.today ? 'date' : undefined}
        >
          {t('nav.today')}
        </Button>
        <IconButton
          icon={IconChevronRight}
          label={t('nav.next')}
          keys="PageDown"
          size="sm"
          onClick={() => go({ date: addDays(day, 1) })}
        />
        <DatePop
          icon={IconCalendar}
          label={t('nav.pick')}
          day={day}
          today={clock.today}
          onPick={(date) => go({ date })}
        />
      </span>
      <AgendaSpans practiceId={practiceId} current="day" day={search.date} agenda={agenda} />
      <ViewPicker />
      <DayCounts columns={columns} />
      <span className="sp" />
      <IconButton
        icon={search.liste ? IconLayoutColumns : IconListDetails}
        label={t(search.liste ? 'grid' : 'list')}
        look="ghost"
        size="sm"
        aria-pressed={search.liste === true}
        onClick={() => go({ liste: search.liste ? undefined : true }, true)}
      />
      <DayActsMenu />
      <ViewMenu />
      <IconButton
        icon={IconPrinter}
        label={t('print')}
        keys="Ctrl+P"
        look="ghost"
        size="sm"
        onClick={() => void print()}
      />
      {may('appointment.book') && (
        <IconButton
          icon={IconUrgent}
          label={t('urgent:title')}
          look="ghost"
          size="sm"
          onClick={() => startUrgent(practiceId)}
        />
      )}
      {may('appointment.book') && (
        <Button look="primary" size="sm" icon={IconPlus} keys="F8" onClick={findPlace}>
          {t('book')}
        </Button>
      )}
    </div>
  );
}

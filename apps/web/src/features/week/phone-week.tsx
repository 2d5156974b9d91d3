import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useClosedWords } from '../../lib/use-closed-words';
import { hasOwnCard, useMeetingCard } from '../../lib/use-meeting-card';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { motifOf, useCancelWords } from './use-week-cards';
import { useWeekWords } from './use-week-words';
import { useWeek } from './week-context';
import type { WeekDay } from './week-days';

/** The week at arm's length: a list a day, in the order of the clock. */
export function PhoneWeek({ days }: { days: readonly WeekDay[] }) {
  const { t } = useTranslation('week');
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // It opens on today: what is over is above.
    const { current } = box;
    const today = current?.querySelector('.is-today')?.parentElement;
    // The list alone: bringing it into view would scroll the whole page under its bar.
    if (current && today) current.scrollTop = today.offsetTop - current.offsetTop;
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls takes the keys that scroll it
    <section className="week-list scroll" ref={box} tabIndex={0} aria-label={t('screen')}>
      {days.map((day) => (
        <DaySection key={day.day} shown={day} />
      ))}
    </section>
  );
}

function DaySection({ shown: { day, load, visits, meetings, free } }: { shown: WeekDay }) {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const words = useWeekWords();
  const { setup, clock } = useWeek();
  const closedWords = useClosedWords(setup.practice.zone);
  const { seats } = useMeetingCard();
  const rows = [
    ...meetings.map((meeting) => ({
      startMin: meeting.startMin,
      row: (
        <li key={meeting.id}>
          <span className="week-time">{formats.timeOfMinutes(meeting.startMin)}</span>
          <Icon of={IconUsersGroup} size={14} />
          <b className="trunc">{meeting.title}</b>
          <span className="week-motif">{seats(meeting)}</span>
        </li>
      ),
    })),
    ...visits
      .filter((visit) => hasOwnCard(visit, meetings))
      .map((visit) => ({ startMin: visit.startMin, row: <VisitLine key={visit.id} visit={visit} /> })),
    ...free.map(({ startMin, endMin }) => ({
      startMin,
      row: (
        <li key={`free ${startMin}`} className="is-free">
          <span className="week-time">{formats.timeOfMinutes(startMin)}</span>
          <Icon of={IconPlus} size={14} />
          <span>{t('freeFor', { length: formats.minutesSpan(endMin - startMin) })}</span>
        </li>
      ),
    })),
  ].sort((a, b) => a.startMin - b.startMin);
  return (
    <section aria-labelledby={`week-${day}`}>
      <h2 id={`week-${day}`} className={day === clock.today ? 'is-today' : undefined}>
        {formats.dateMedium(day)}
        <span>
          {load.occupancy !== null && words.percent(load.occupancy)}
          {load.holes > 0 && ` · ${t('holes', { count: load.holes })}`}
        </span>
      </h2>
      {load.closed && <p>{closedWords(load.closed, day)}</p>}
      {rows.length > 0 ? <ul>{rows.map(({ row }) => row)}</ul> : !load.closed && <p>{t('nothing')}</p>}
    </section>
  );
}

function VisitLine({ visit }: { visit: WeekVisit }) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const { setup } = useWeek();
  const cancelWords = useCancelWords();
  const { name, tone, icon } = lookOfVisit(visit.status, visit.urgent);
  const isCancelled = visit.status === 'cancelled';
  return (
    <li className={isCancelled ? 'is-cancelled' : undefined}>
      <span className="week-time">{formats.timeOfMinutes(visit.startMin)}</span>
      <span className={`week-status is-${tone}`}>
        <Icon of={icon} size={14} />
        <VisuallyHidden>{t(`word.${name}`)}</VisuallyHidden>
      </span>
      <span className="trunc">
        <b>{visit.usedName || visit.birthName}</b> {visit.firstName}
      </span>
      <span className="week-motif">{isCancelled ? cancelWords(visit) : motifOf(setup, visit)?.shortName}</span>
    </li>
  );
}

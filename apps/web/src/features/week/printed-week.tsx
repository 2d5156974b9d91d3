import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import { Fragment, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { useClosedWords } from '../../lib/use-closed-words';
import { useMeetingCard } from '../../lib/use-meeting-card';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import { motifOf } from './use-week-cards';
import { useWeekWords } from './use-week-words';
import './printed-week.css';
import { VisitCounts } from './visit-counts';
import { useWeek } from './week-context';
import { activeVisits, type WeekDay } from './week-days';

/** The week on one sheet, a column a day, drawn only while the browser prints. */
export function PrintedWeek({ days }: { days: readonly WeekDay[] }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when the listener returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? <Sheet days={days} /> : null;
}

function Sheet({ days }: { days: readonly WeekDay[] }) {
  const { t } = useTranslation(['week', 'planning']);
  const formats = useFormats();
  const words = useWeekWords();
  const { account } = useSession();
  const { setup, column, now, clock, days: week } = useWeek();
  const { name, street, postalCode, city, zone } = setup.practice;
  const printed = { day: formats.dateLong(clock.today), time: formats.timeOfInstant(now, zone) };
  return (
    <div className="printed-week">
      <header>
        <div>
          <p>{t('planning:printed.practice', { name, street, city: `${postalCode} ${city}` })}</p>
          <h2>{t('printed.title', { column: column.name, week: words.title(week) })}</h2>
        </div>
        <div>
          <p>{words.span(days.map(({ day }) => day))}</p>
          <p>{t('printed.by', { name: account.displayName, ...printed })}</p>
        </div>
      </header>
      <table>
        <thead>
          <tr>
            {days.map(({ day, load, visits }) => (
              <th key={day} scope="col">
                {words.day(day)}{' '}
                <small>
                  <VisitCounts load={load} visits={visits} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {days.map((day) => (
              <td key={day.day}>
                <DayLines shown={day} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function DayLines({ shown }: { shown: WeekDay }) {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const { setup } = useWeek();
  const closedWords = useClosedWords(setup.practice.zone);
  const { seats } = useMeetingCard();
  const { day, load, meetings, free } = shown;
  // A gap is one line, however the grid cuts it.
  const gaps = new Map(free.toReversed().map(({ startMin, gapEndMin }) => [gapEndMin, startMin]));
  const lines = [
    ...meetings.map((meeting) => ({
      at: meeting.startMin,
      line: (
        <li key={meeting.id}>
          <b>{formats.timeOfMinutes(meeting.startMin)}</b> <b>{meeting.title}</b> <small>{seats(meeting)}</small>
        </li>
      ),
    })),
    ...activeVisits(shown).map((visit) => ({ at: visit.startMin, line: <VisitLine key={visit.id} visit={visit} /> })),
    ...[...gaps].map(([endMin, startMin]) => ({
      at: startMin,
      line: (
        <li key={`free ${startMin}`} className="is-free">
          <b>{formats.timeOfMinutes(startMin)}</b> {t('freeFor', { length: formats.minutesSpan(endMin - startMin) })}
        </li>
      ),
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <ul>
      {load.closed && <li className="is-free">{closedWords(load.closed, day)}</li>}
      {lines.map(({ at, line }) => (
        <Fragment key={`${at} ${line.key}`}>{line}</Fragment>
      ))}
    </ul>
  );
}

/** The statuses that go without saying on paper. */
const ordinary: readonly WeekVisit['status'][] = ['booked', 'confirmed'];

/** Black on white: the icon says what is out of the ordinary, a thick bar the urgency. */
function VisitLine({ visit }: { visit: WeekVisit }) {
  const formats = useFormats();
  const { setup } = useWeek();
  const { tone, icon } = lookOfVisit(visit.status, visit.urgent);
  return (
    <li className={tone === 'urgence' ? 'is-urgent' : undefined}>
      <b>{formats.timeOfMinutes(visit.startMin)}</b>
      {(visit.urgent || !ordinary.includes(visit.status)) && <Icon of={icon} size={12} />}
      <span>
        <b>{visit.usedName || visit.birthName}</b> {visit.firstName}
      </span>
      <small>{motifOf(setup, visit)?.shortName}</small>
    </li>
  );
}

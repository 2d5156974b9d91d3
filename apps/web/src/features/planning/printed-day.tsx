import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { companionNames } from '../../lib/companion-names';
import { useFormats } from '../../lib/formats';
import { shortPersonName } from '../../lib/person-name';
import { useSession } from '../../lib/session';
import { useMeetingCard } from '../../lib/use-meeting-card';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import { activeVisits, type ColumnDay, countsOf } from './column-days';
import { useDayScreen } from './day-screen-context';
import { forgetPhones, usePrintedPhones } from './use-print-day';
import './printed-day.css';

/** The day as lists to tick, one a column, drawn only while the browser prints. */
export function PrintedDay() {
  const { columns } = useDayScreen();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when the listener returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => {
      setPrinting(false);
      forgetPhones();
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      forgetPhones();
    };
  }, []);
  if (!isPrinting) return null;
  return (
    <div className="printed-day">
      {columns.map((column) => (
        <PrintedColumn key={column.resource.id} column={column} />
      ))}
    </div>
  );
}

const HEADINGS = ['seen', 'time', 'minutes', 'status', 'patient', 'bornIn', 'reason'] as const;
/** Those right of the minutes. */
const WIDE = HEADINGS.length - 2;

/** Head and foot are those of the table: each page of a long list repeats them. */
function PrintedColumn({ column }: { column: ColumnDay }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { account } = useSession();
  const { setup, day, now, clock } = useDayScreen();
  const { name, street, postalCode, city, zone } = setup.practice;
  const printed = { day: formats.dateLong(clock.today), time: formats.timeOfInstant(now, zone) };
  const columns = HEADINGS.length + 1;
  const phones = usePrintedPhones();
  const { locum, resource } = column;
  const printedName = locum
    ? t('column.replaces', { locum: shortPersonName(locum), name: resource.name })
    : resource.name;
  return (
    <table>
      <thead>
        <tr>
          <td colSpan={columns} className="printed-head">
            <div>
              <p>{t('printed.practice', { name, street, city: `${postalCode} ${city}` })}</p>
              <h2>{t('printed.title', { column: printedName, day: formats.dateLong(day) })}</h2>
            </div>
            <div>
              <b>{t('printed.list')}</b>
              <PrintedCounts column={column} />
            </div>
          </td>
        </tr>
        <tr>
          {HEADINGS.map((heading) => (
            <th key={heading} scope="col">
              {t(`printed.${heading}`)}
            </th>
          ))}
          <th scope="col">{t(phones ? 'printed.phoneNote' : 'printed.note')}</th>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colSpan={columns}>{t('printed.foot', { name: account.displayName, ...printed })}</td>
        </tr>
      </tfoot>
      <tbody>{rowsOf(column).map(({ row }) => row)}</tbody>
    </table>
  );
}

/** « 24 RDV · 2 rajouts · 6 libres · 8 h à 18 h 30 » */
function PrintedCounts({ column }: { column: ColumnDay }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { booked, rajouts } = countsOf(column.visits);
  const [first, last] = [column.open[0], column.open.at(-1)];
  const counts = [
    t('column.visits', { count: booked }),
    rajouts > 0 && t('column.rajouts', { count: rajouts }),
    t('column.free', { count: column.free.length }),
    first &&
      last &&
      t('printed.hours', { from: formats.timeOfMinutes(first.startMin), to: formats.timeOfMinutes(last.endMin) }),
  ];
  return <p>{counts.filter(Boolean).join(' · ')}</p>;
}

function rowsOf(column: ColumnDay) {
  const visits = activeVisits(column).map((visit) => ({
    startMin: visit.startMin,
    row: <VisitRow key={visit.id} visit={visit} />,
  }));
  // A gap is one line, however the grid cuts it.
  const gaps = new Map(column.free.toReversed().map(({ startMin, gapEndMin }) => [gapEndMin, startMin]));
  const free = [...gaps].map(([endMin, startMin]) => ({
    startMin,
    row: <FreeRow key={`free ${startMin}`} startMin={startMin} minutes={endMin - startMin} />,
  }));
  const meetings = column.meetings.map((meeting) => ({
    startMin: meeting.startMin,
    row: <MeetingRow key={meeting.id} meeting={meeting} />,
  }));
  // A session stands before those who have a seat in it.
  return [...meetings, ...visits, ...free].sort((a, b) => a.startMin - b.startMin);
}

function VisitRow({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation(['status', 'planning']);
  const formats = useFormats();
  const { setup } = useDayScreen();
  const phone = usePrintedPhones()?.get(visit.id);
  const rooms = companionNames(setup, visit.companionIds).join(', ');
  const notes = [visit.rajoutReason !== null && t('planning:planner.beside'), visit.note].filter(Boolean).join(' · ');
  const { usedName, birthName, firstName, birthDate } = visit.patient;
  const { name, tone, icon } = lookOfVisit(visit.status, visit.urgent);
  const isSeen = visit.status === 'done' || visit.status === 'to_collect';
  return (
    <tr>
      <td>
        <span className={isSeen ? 'tick is-seen' : 'tick'} />
      </td>
      <th scope="row">{formats.timeOfMinutes(visit.startMin)}</th>
      <td className="is-number">{visit.endMin - visit.startMin}</td>
      <td>
        <span className={`printed-status is-${tone}`}>
          <Icon of={icon} size={14} /> {t(`word.${name}`)}
        </span>
      </td>
      <td>
        <b>{usedName || birthName}</b> {firstName}
      </td>
      <td>{birthDate.slice(0, 4)}</td>
      <td>
        {setup.motifs.find(({ id }) => id === visit.motifId)?.shortName}
        {rooms && <span className="printed-small">{rooms}</span>}
      </td>
      <td className="is-note">
        {phone && <span className="printed-number">{formats.phone(phone)}</span>}
        {notes && <span className="printed-small">{notes}</span>}
      </td>
    </tr>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('together');
  const formats = useFormats();
  const { seats } = useMeetingCard();
  const { kind, title, startMin, endMin, capacity } = meeting;
  return (
    <tr>
      <td />
      <th scope="row">{formats.timeOfMinutes(startMin)}</th>
      <td className="is-number">{endMin - startMin}</td>
      <td colSpan={WIDE}>
        {t(`meeting.${kind}`)} · <b>{title}</b>
        {capacity !== null && ` · ${seats(meeting)}`}
      </td>
    </tr>
  );
}

function FreeRow({ startMin, minutes }: { startMin: number; minutes: number }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return (
    <tr className="is-free">
      <td />
      <th scope="row">{formats.timeOfMinutes(startMin)}</th>
      <td className="is-number">{minutes}</td>
      <td colSpan={WIDE}>{t('printed.free')}</td>
    </tr>
  );
}

import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { shortPersonName } from '../../lib/person-name';
import { useSession } from '../../lib/session';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import { activeVisits, type ColumnDay } from './column-days';
import { useDayScreen } from './day-screen-context';
import './printed-day.css';

/** The day as lists to tick, one a column, drawn only while the browser prints. */
export function PrintedDay() {
  const { columns } = useDayScreen();
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
  if (!isPrinting) return null;
  return (
    <div className="printed-day">
      {columns.map((column) => (
        <PrintedColumn key={column.resource.id} column={column} />
      ))}
    </div>
  );
}

const HEADINGS = ['seen', 'time', 'minutes', 'status', 'patient', 'bornIn', 'reason', 'note'] as const;

/** Head and foot are those of the table: each page of a long list repeats them. */
function PrintedColumn({ column }: { column: ColumnDay }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { account } = useSession();
  const { setup, day, now, clock } = useDayScreen();
  const { name, street, postalCode, city, zone } = setup.practice;
  const printed = { day: formats.dateLong(clock.today), time: formats.timeOfInstant(now, zone) };
  const columns = HEADINGS.length;
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
              <p>
                {t('column.visits', { count: activeVisits(column).length })} ·{' '}
                {t('column.free', { count: column.free.length })}
              </p>
            </div>
          </td>
        </tr>
        <tr>
          {HEADINGS.map((heading) => (
            <th key={heading} scope="col">
              {t(`printed.${heading}`)}
            </th>
          ))}
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
  return [...visits, ...free].sort((a, b) => a.startMin - b.startMin);
}

function VisitRow({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const { setup } = useDayScreen();
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
      <td>{setup.motifs.find(({ id }) => id === visit.motifId)?.shortName}</td>
      <td className="is-note">{visit.note}</td>
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
      <td colSpan={5}>{t('printed.free')}</td>
    </tr>
  );
}

import { isActive } from '@pupitre/shared/planning/appointment-status';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import type { ColumnDay } from './column-days';
import { useDayScreen } from './day-screen-context';

/** The day as rows to tick, drawn only while the browser prints. */
export function PrintedDay() {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { account } = useSession();
  const { setup, day, now, columns } = useDayScreen();
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
  const { name, zone } = setup.practice;
  return (
    <div className="printed-day">
      {columns.map((column) => (
        <PrintedColumn key={column.resource.id} column={column} />
      ))}
      <p>
        {t('printHead', { practice: name, day: formats.dateLong(day) })} ·{' '}
        {t('printFoot', { name: account.displayName, at: formats.timeOfInstant(now, zone) })}
      </p>
    </div>
  );
}

function PrintedColumn({ column }: { column: ColumnDay }) {
  const { t } = useTranslation(['planning', 'status']);
  const formats = useFormats();
  const { setup, day } = useDayScreen();
  const visits = column.visits.filter(({ status }) => isActive(status)).sort((a, b) => a.startMin - b.startMin);
  return (
    <section>
      <h2>
        {column.resource.name}, {formats.dateLong(day)}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rows.time')}</th>
            <th scope="col">{t('rows.patient')}</th>
            <th scope="col">{t('rows.reason')}</th>
            <th scope="col">{t('rows.status')}</th>
            <th scope="col">{t('rows.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.id}>
              <th scope="row">
                <span className="tick" /> {formats.timeOfMinutes(visit.startMin)}
              </th>
              <td>
                <b>{visit.patient.usedName || visit.patient.birthName}</b> {visit.patient.firstName} (
                {visit.patient.birthDate.slice(0, 4)})
              </td>
              <td>{setup.motifs.find(({ id }) => id === visit.motifId)?.shortName}</td>
              <td>{t(`status:word.${visit.status}`)}</td>
              <td>{visit.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

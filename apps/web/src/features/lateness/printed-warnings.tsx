import type { ColumnWarnings } from '@pupitre/shared/planning/lateness.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import '../../ui/printed-calls.css';

interface PrintedWarningsProps {
  readonly setup: PracticeSetup;
  readonly today: string;
  readonly column: ColumnWarnings;
  readonly title: string;
  readonly phones: ReadonlyMap<string, string | null>;
}

const headings = ['time', 'expected', 'patient', 'phone', 'state'] as const;

/** Those still to tell, on paper. */
export function PrintedWarnings({ setup, today, column, title, phones }: PrintedWarningsProps) {
  const { t } = useTranslation('lateness');
  const formats = useFormats();
  const { account } = useSession();
  const { zone } = setup.practice;
  const lines = column.lines.filter(({ appointmentId }) => phones.has(appointmentId));
  const printed = { day: formats.dateLong(today), time: formats.timeOfInstant(serverNow(), zone) };
  const main = document.querySelector('.main');
  if (!main) return null;
  return createPortal(
    <div className="printed-calls">
      <table>
        <thead>
          <tr>
            <td colSpan={headings.length} className="printed-head">
              <div>
                <p>{setup.practice.name}</p>
                <h2>{title}</h2>
                <p>{formats.dateLong(today)}</p>
              </div>
              <div>
                <b>{t('printed.list')}</b>
                <p>{t('printed.count', { count: lines.length })}</p>
              </div>
            </td>
          </tr>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {t(`table.${heading}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td colSpan={headings.length}>{t('printed.foot', { name: account.displayName, ...printed })}</td>
          </tr>
        </tfoot>
        <tbody>
          {lines.map(({ appointmentId, patient, startMin, expectedAt }) => (
            <tr key={appointmentId}>
              <th scope="row">{formats.timeOfMinutes(startMin)}</th>
              <td>{formats.timeOfInstant(new Date(expectedAt), zone)}</td>
              <td>
                <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
              </td>
              <td className="printed-phone">{phoneOf(phones.get(appointmentId)) ?? t('phone.none')}</td>
              <td>
                <span className="tick" /> {t('printed.told')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    main,
  );

  function phoneOf(phone: string | null | undefined): string | null {
    return phone ? formats.phone(phone) : null;
  }
}

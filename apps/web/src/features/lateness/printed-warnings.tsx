import type { ColumnWarnings } from '@pupitre/shared/planning/lateness.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { PrintedSheet } from '../../ui/printed-sheet';

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
    <PrintedSheet
      practice={setup.practice.name}
      title={title}
      span={formats.dateLong(today)}
      list={t('printed.list')}
      count={t('printed.count', { count: lines.length })}
      headings={headings.map((heading) => t(`table.${heading}`))}
      foot={t('printed.foot', { name: account.displayName, ...printed })}
    >
      {lines.map(({ appointmentId, patient, startMin, expectedAt }) => (
        <tr key={appointmentId}>
          <th scope="row">{formats.timeOfMinutes(startMin)}</th>
          <td>{formats.timeOfInstant(new Date(expectedAt), zone)}</td>
          <td>
            <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
          </td>
          <td>{phoneOf(phones.get(appointmentId)) ?? t('phone.none')}</td>
          <td>
            <span className="tick" /> {t('printed.told')}
          </td>
        </tr>
      ))}
    </PrintedSheet>,
    main,
  );

  function phoneOf(phone: string | null | undefined): ReactNode {
    return phone ? <span className="printed-phone">{formats.phone(phone)}</span> : null;
  }
}

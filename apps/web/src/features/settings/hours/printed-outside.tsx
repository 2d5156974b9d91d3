import type { OutsideVisit } from '@pupitre/shared/practices/outside-hours.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../lib/clock';
import { useFormats } from '../../../lib/formats';
import { useSession } from '../../../lib/session';
import { PrintedSheet } from '../../../ui/printed-sheet';

interface PrintedOutsideProps {
  readonly setup: PracticeSetup;
  readonly column: ResourceView;
  readonly visits: readonly OutsideVisit[];
  /** Whole numbers, as the access journal keeps it. */
  readonly phones: ReadonlyMap<string, string | null>;
}

const headings = ['when', 'patient', 'born', 'motif', 'phone', 'outcome'] as const;
const outcomes = ['moved', 'told', 'kept'] as const;

/** Whom to call because the hours have changed, on paper. */
export function PrintedOutside({ setup, column, visits, phones }: PrintedOutsideProps) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const { account } = useSession();
  const { name, zone } = setup.practice;
  const now = serverNow();
  const lines = visits.filter(({ appointmentId }) => phones.has(appointmentId));
  const main = document.querySelector('.main');
  if (!main) return null;
  return createPortal(
    <PrintedSheet
      practice={name}
      title={column.name}
      span={t('outside.title')}
      list={t('outside.printed.list')}
      count={t('outside.count', { count: lines.length })}
      headings={headings.map((heading) => t(`outside.printed.${heading}`))}
      foot={t('outside.printed.foot', {
        name: account.displayName,
        day: formats.dateLong(todayIn(zone, now)),
        time: formats.timeOfInstant(now, zone),
      })}
    >
      {lines.map(({ appointmentId, day, startMin, patient, motifId }) => (
        <tr key={appointmentId}>
          <th scope="row">{t('effect.when', { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) })}</th>
          <td>
            <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
          </td>
          <td>{patient.birthDate.slice(0, 4)}</td>
          <td>{setup.motifs.find(({ id }) => id === motifId)?.name}</td>
          <td className="printed-phone">{phoneOf(phones.get(appointmentId)) ?? t('outside.noPhone')}</td>
          <td>
            {outcomes.map((outcome) => (
              <span className="printed-place" key={outcome}>
                <span className="tick" /> {t(`outside.printed.${outcome}`)}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </PrintedSheet>,
    main,
  );

  function phoneOf(phone: string | null | undefined): string | null {
    return phone ? formats.phone(phone) : null;
  }
}

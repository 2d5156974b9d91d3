import type { RoundStop } from '@pupitre/shared/planning/round.contract';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { PrintedSheet } from '../../ui/printed-sheet';
import { useDayScreen } from './day-screen-context';

const headings = ['time', 'patient', 'address', 'phone', 'motif'] as const;

/** The round on paper: one line a door. */
export function PrintedRound({ stops, resourceId }: { stops: readonly RoundStop[]; resourceId: string }) {
  const { t } = useTranslation('together');
  const formats = useFormats();
  const { setup, day, clock } = useDayScreen();
  const { account } = useSession();
  const main = document.querySelector('.main');
  if (!main) return null;
  const at = { day: formats.dateLong(clock.today), time: formats.timeOfInstant(serverNow(), setup.practice.zone) };
  return createPortal(
    <PrintedSheet
      practice={setup.practice.name}
      title={
        <>
          {t('round.title')}, {columnName(setup, resourceId)}
        </>
      }
      span={formats.dateLong(day)}
      list={t('round.count', { count: stops.length })}
      headings={headings.map((heading) => t(`round.${heading}`))}
      foot={t('round.foot', { name: account.displayName, ...at })}
    >
      {stops.map((stop) => (
        <tr key={stop.appointmentId}>
          <th scope="row">{formats.timeOfMinutes(stop.startMin)}</th>
          <td>
            <b>{stop.usedName || stop.birthName}</b> {stop.firstName}
            <span className="printed-note">{t('round.born', { day: formats.dateShort(stop.birthDate) })}</span>
          </td>
          <td>
            {stop.address || t('round.noAddress')}
            {stop.note !== '' && <span className="printed-note">{stop.note}</span>}
          </td>
          <td className="printed-phone">{stop.phone ? formats.phone(stop.phone) : t('round.noPhone')}</td>
          <td>{stop.motifName}</td>
        </tr>
      ))}
    </PrintedSheet>,
    main,
  );
}

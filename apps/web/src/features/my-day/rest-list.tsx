import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { expectedStart } from '@pupitre/shared/planning/lateness';
import { toLocal } from '@pupitre/shared/time/zone';
import { IconDoorEnter, IconHome } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import type { PlanRow } from './day-plan';
import { HomeLinks } from './home-links';
import { useMyDay } from './my-day-context';
import { PatientName } from './patient-name';

/** The rest of the day at the hours to expect, with the free time between. */
export function RestList({ rows }: { rows: readonly PlanRow[] }) {
  const { t } = useTranslation('my-day');
  if (rows.length === 0) return null;
  return (
    <ul className="md-rest" aria-label={t('rest.label')}>
      {rows.map((row) =>
        row.kind === 'free' ? (
          <FreeRow key={`free ${row.startMin}`} startMin={row.startMin} minutes={row.minutes} />
        ) : (
          <VisitRow key={row.visit.id} visit={row.visit} />
        ),
      )}
    </ul>
  );
}

function FreeRow({ startMin, minutes }: { startMin: number; minutes: number }) {
  const { t } = useTranslation('my-day');
  const formats = useFormats();
  return (
    <li className="is-free">
      <time>{formats.timeOfMinutes(startMin)}</time>
      <span className="md-bar" />
      <span className="md-who">{t('rest.free', { span: formats.minutesSpan(minutes) })}</span>
    </li>
  );
}

function VisitRow({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation(['my-day', 'status']);
  const { motifOf, homeOf, zone, now, latenessMinutes, call } = useMyDay();
  const formats = useFormats();
  const { name: look, tone, icon } = lookOfVisit(visit.status, visit.urgent);
  const motif = motifOf(visit);
  const start = expectedStart(visit.startsAt, visit.status, latenessMinutes, now);
  const startMin = start ? toLocal(start, zone).minutes : visit.startMin;
  const isShifted = startMin !== visit.startMin;
  const isHome = motif?.place === 'home';
  const details = [
    isHome ? homeOf(visit)?.address : motif?.name,
    visit.note,
    visit.arrivedAt ? t('rest.waits', { span: formats.minutesSpan(waitedMinutes(visit.arrivedAt, now)) }) : '',
  ];
  return (
    <li className={isHome ? `is-${tone} is-home` : `is-${tone}`}>
      <time>
        {formats.timeOfMinutes(startMin)}
        {isShifted && <PlannedHour startMin={visit.startMin} />}
      </time>
      <span className="md-bar" />
      <span className="md-who">
        <span className="trunc">
          <PatientName visit={visit} />
        </span>
        <small>
          <Icon of={isHome ? IconHome : icon} size={14} />
          <span className="sr">{t(`status:word.${look}`)}</span>
          <span className="trunc">{details.filter(Boolean).join(' · ')}</span>
        </small>
      </span>
      <HomeLinks home={isHome ? homeOf(visit) : undefined} />
      {visit.status === 'arrived' && (
        <button type="button" className="md-icon" title={t('act.call')} onClick={() => call(visit)}>
          <Icon of={IconDoorEnter} size={20} />
          <span className="sr">{t('act.call')}</span>
        </button>
      )}
    </li>
  );
}

/** The hour that was given, struck under the one to expect. */
function PlannedHour({ startMin }: { startMin: number }) {
  const { t } = useTranslation('my-day');
  const time = useFormats().timeOfMinutes(startMin);
  return (
    <>
      <s aria-hidden="true">{time}</s>
      <span className="sr">{t('rest.planned', { time })}</span>
    </>
  );
}

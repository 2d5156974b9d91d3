import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { expectedStart } from '@pupitre/shared/planning/lateness';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companionNames } from '../../lib/companion-names';
import { useFormats } from '../../lib/formats';
import { useMay } from '../../lib/session';
import { IconButton } from '../../ui/button';
import { KeyValue } from '../../ui/key-value';
import { useDayScreen } from './day-screen-context';
import { VideoLine } from './video-line';
import { VisitEdit } from './visit-edit';

const EDITABLE: readonly AppointmentCard['status'][] = [
  'requested',
  'booked',
  'confirmed',
  'arrived',
  'in_consultation',
  'to_collect',
];

/** When, with whom, why, and the note; a pencil turns motif, note and urgency into a small form. */
export function VisitLines({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('planning');
  const [isEditing, setEditing] = useState(false);
  const may = useMay();
  const lines = useLines(visit);
  if (isEditing) return <VisitEdit visit={visit} onLeave={() => setEditing(false)} />;
  return (
    <div className="sect visit-lines">
      <KeyValue lines={lines} />
      {may('appointment.move') && EDITABLE.includes(visit.status) && (
        <IconButton icon={IconPencil} label={t('visit.edit')} look="ghost" size="sm" onClick={() => setEditing(true)} />
      )}
    </div>
  );
}

function useLines(visit: AppointmentCard) {
  const { t } = useTranslation(['planning', 'video']);
  const formats = useFormats();
  const { setup, day, now, columns, clock } = useDayScreen();
  const resource = setup.resources.find(({ id }) => id === visit.resourceId);
  const practitioner = setup.resources.find(
    ({ kind, practitionerId }) => kind === 'practitioner' && practitionerId === visit.practitionerId,
  );
  const motif = setup.motifs.find(({ id }) => id === visit.motifId);
  const latenessMinutes =
    columns.find((column) => column.resource.id === visit.resourceId && day === visit.day)?.latenessMinutes ?? 0;
  const isToday = visit.day === clock.today;
  const expected =
    isToday && latenessMinutes > 0 ? expectedStart(visit.startsAt, visit.status, latenessMinutes, now) : null;
  const minutes = formats.minutesSpan(visit.endMin - visit.startMin);
  return [
    [
      t('visit.time'),
      <>
        <b>{formats.timeRange(visit.startMin, visit.endMin)}</b> · {minutes}
        {day !== visit.day && <span className="muted"> · {formats.dateMedium(visit.day)}</span>}
      </>,
    ],
    [
      t('visit.expected'),
      expected && (
        <>
          {formats.timeOfInstant(expected, setup.practice.zone)}{' '}
          <span className="muted">{t('visit.late', { minutes: formats.minutesSpan(latenessMinutes) })}</span>
        </>
      ),
    ],
    [
      t('visit.room'),
      [resource?.kind === 'room' && resource.name, ...companionNames(setup, visit.companionIds)]
        .filter(Boolean)
        .join(', ') || null,
    ],
    [t('visit.practitioner'), resource?.kind === 'practitioner' ? resource.name : practitioner?.name],
    [
      t('visit.motif'),
      motif && (
        <>
          <span className={`motif-mark m-${motif.color}`} />
          {motif.name}
        </>
      ),
    ],
    [t('video:title'), motif?.place === 'video' ? <VideoLine key="video" visit={visit} /> : null],
    [
      t('visit.series'),
      visit.seriesIndex && t('visit.seriesOf', { index: visit.seriesIndex, count: visit.seriesCount }),
    ],
    [t('visit.linked'), visit.bundleId && t('visit.linkedWith')],
    [t('visit.rajout'), visit.rajoutReason],
    [t('visit.urgent'), visit.urgent ? t('visit.isUrgent') : null],
    [t('visit.due'), visit.dueCents ? formats.euros(visit.dueCents) : null],
    [t('visit.note'), <Note key="note" text={visit.note} />],
  ] as const;
}

function Note({ text }: { text: string }) {
  const { t } = useTranslation('planning');
  return text ? <span className="note-text">{text}</span> : <span className="hint">{t('visit.noNote')}</span>;
}

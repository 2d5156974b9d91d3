import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { Panel } from '../../ui/panel';
import { StatusTag } from '../../ui/status-tag';
import { CancelChooser } from './cancel-chooser';
import { leaveCancel, useCancelling } from './cancelling';
import { runningMinutes } from './card-look';
import { useDayScreen } from './day-screen-context';
import { MovePlaces } from './move-places';
import { NextVisit } from './next-visit';
import { OtherActs } from './other-acts';
import { usePince } from './pince';
import { PinceStrip } from './pince-strip';
import { visitQuery } from './planning.queries';
import type { Drops } from './use-drops';
import { VisitActs } from './visit-act-buttons';
import { VisitCourse } from './visit-course';
import { VisitHead } from './visit-head';
import { VisitKeys } from './visit-keys';
import { VisitLines } from './visit-lines';

/** The chosen visit: who, what can be done, what to know, and what happened to it. */
export function VisitPanel({ id, onMove }: { id: string; onMove: Drops['move'] }) {
  const { t } = useTranslation('planning');
  const { practiceId, columns, go, focusGrid } = useDayScreen();
  const read = useQuery(visitQuery(practiceId, id));
  const drawn = columns.flatMap(({ visits }) => visits).find((visit) => visit.id === id);
  const visit = drawn ?? read.data?.appointment;
  useEffect(() => leaveCancel, []);
  const close = () => {
    go({ rdv: undefined }, true);
    focusGrid();
  };
  if (visit) return <Shown visit={visit} read={read.data} onMove={onMove} onClose={close} />;
  return (
    <Panel label={t('visit.panel')} onClose={close}>
      {read.error && (
        <div className="sect">
          <ErrorState error={read.error} onRetry={() => void read.refetch()} />
        </div>
      )}
    </Panel>
  );
}

interface ShownProps {
  readonly visit: AppointmentCard;
  readonly read: Parameters<typeof VisitHead>[0]['read'];
  readonly onMove: Drops['move'];
  readonly onClose: () => void;
}

function Shown({ visit, read, onMove, onClose }: ShownProps) {
  const { t } = useTranslation('planning');
  const body = useRef<HTMLDivElement>(null);
  const isCancelling = useCancelling() === visit.id;
  const pinced = usePince();
  const showsPlaces = pinced?.visit.id === visit.id && pinced.slotPage !== null;
  return (
    <Panel
      label={t('visit.panel')}
      head={<VisitStatus visit={visit} />}
      acts={<OtherActs visit={visit} />}
      foot={read && <NextVisit next={read.next} />}
      onClose={onClose}
    >
      <div className="visit" ref={body}>
        <VisitHead visit={visit} read={read} />
        <VisitActs visit={visit} />
        {isCancelling && <CancelChooser visit={visit} />}
        {showsPlaces && <MovePlaces visit={visit} page={pinced.slotPage ?? 0} onMove={onMove} />}
        {visit.patient.headsUp && (
          <div className="sect">
            <HeadsUp text={visit.patient.headsUp} />
          </div>
        )}
        <VisitLines visit={visit} />
        <VisitCourse visit={visit} events={read?.events} />
        <PinceStrip />
        <VisitKeys within={body} visitOf={() => visit} enabled={!isCancelling} />
      </div>
    </Panel>
  );
}

export function HeadsUp({ text }: { text: string }) {
  const { t } = useTranslation('planning');
  return (
    <p className="call">
      <Icon of={IconFlag} />
      <span>
        <b>{t('visit.headsUp')}</b> {text}
      </span>
    </p>
  );
}

function VisitStatus({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { now } = useDayScreen();
  const running = runningMinutes(visit, now);
  const minutes = running === null ? '' : formats.minutesSpan(running);
  const told = { arrived: 'visit.waits', in_consultation: 'visit.inRoom' } as const;
  const key = visit.status === 'arrived' || visit.status === 'in_consultation' ? told[visit.status] : null;
  return (
    <StatusTag status={visit.status} urgent={visit.urgent}>
      {running !== null && key ? t(key, { minutes }) : undefined}
    </StatusTag>
  );
}

import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { useMeetingCard } from '../../lib/use-meeting-card';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { lookOfVisit } from '../../ui/visit-look';
import { canMove, motifOf, useCancelWords } from './use-week-cards';
import { useWeek } from './week-context';

interface VisitStripProps {
  readonly visit: WeekVisit;
  readonly onOpen: () => void;
  readonly onMove: () => void;
}

/** What one line of the grid had no room for, and where the visit leads. */
export function VisitStrip({ visit, onOpen, onMove }: VisitStripProps) {
  const { t } = useTranslation(['week', 'status']);
  const formats = useFormats();
  const { setup } = useWeek();
  const { permissions } = useMembership();
  const cancelWords = useCancelWords();
  const { name, tone, icon } = lookOfVisit(visit.status, visit.urgent);
  const motif = motifOf(setup, visit);
  return (
    <section className="week-strip" aria-label={t('strip.label')}>
      <span className={`week-status is-${tone}`}>
        <Icon of={icon} size={14} /> {t(`status:word.${name}`)}
      </span>
      <span className="trunc">
        <b>{visit.usedName || visit.birthName}</b> {visit.firstName}
        {' · '}
        {t('strip.when', {
          day: formats.dateMedium(visit.day),
          span: formats.timeRange(visit.startMin, visit.endMin),
        })}
        {motif && ` · ${motif.name}`}
        {visit.status === 'cancelled' && ` · ${cancelWords(visit)}`}
      </span>
      <span className="sp" />
      {canMove(visit, permissions) && (
        <Button size="xs" keys="D" onClick={onMove}>
          {t('strip.move')}
        </Button>
      )}
      <Button size="xs" keys="Enter" onClick={onOpen}>
        {t('strip.open')}
      </Button>
    </section>
  );
}

/** A staff meeting or a session that was chosen, and where it leads. */
export function MeetingStrip({ meeting, onOpen }: { meeting: MeetingView; onOpen: () => void }) {
  const { t } = useTranslation('week');
  const formats = useFormats();
  const { seats } = useMeetingCard();
  const { title, day, startMin, endMin } = meeting;
  const when = t('strip.when', { day: formats.dateMedium(day), span: formats.timeRange(startMin, endMin) });
  return (
    <section className="week-strip" aria-label={t('strip.label')}>
      <span className="trunc">
        <b>{title}</b> · {when} · {seats(meeting)}
      </span>
      <span className="sp" />
      <Button size="xs" keys="Enter" onClick={onOpen}>
        {t('strip.open')}
      </Button>
    </section>
  );
}

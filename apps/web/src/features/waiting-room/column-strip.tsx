import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import { IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMay, useMembership } from '../../lib/session';
import { Icon } from '../../ui/icon';
import type { ColumnState } from './column-state';
import { LatenessControl } from './lateness-control';
import { useRoom } from './room-context';

export interface ColumnStripProps {
  states: readonly ColumnState[];
  /** The column the board is narrowed to. */
  chosen: string | undefined;
  onChoose: (resourceId: string | undefined) => void;
}

/** For each column: how late, who is in, who is next. Its name narrows the board to it. */
export function ColumnStrip({ states, chosen, onChoose }: ColumnStripProps) {
  const { t } = useTranslation('waiting-room');
  return (
    <ul className="wr-strip" aria-label={t('strip.label')}>
      {states.map((state) => (
        <li key={state.resource.id}>
          <div className="row">
            <button
              type="button"
              className="wr-column trunc"
              aria-pressed={chosen === state.resource.id}
              title={t('strip.only', { column: state.resource.name })}
              onClick={() => onChoose(chosen === state.resource.id ? undefined : state.resource.id)}
            >
              {state.resource.shortName}
            </button>
            <span className="sp" />
            <ColumnLateness state={state} />
          </div>
          <InRoom state={state} />
          <Next state={state} />
        </li>
      ))}
    </ul>
  );
}

/** The desk says it of anybody, a practitioner of herself. */
function ColumnLateness({ state: { resource } }: { state: ColumnState }) {
  const { roles, practitionerId } = useMembership();
  const isDesk = roles.some((role) => role === 'secretary' || role === 'coordinator');
  const mayChange = useMay()('lateness.set') && (isDesk || resource.practitionerId === practitionerId);
  return <LatenessControl resourceId={resource.id} mayChange={mayChange} />;
}

function InRoom({ state: { inRoom } }: { state: ColumnState }) {
  const { t } = useTranslation('waiting-room');
  const { now } = useRoom();
  const formats = useFormats();
  if (!inRoom) return <p className="wr-now is-free">{t('strip.nobody')}</p>;
  return (
    <p className="wr-now">
      <Icon of={IconStethoscope} size={14} />
      <span className="trunc">{formats.nameFull(inRoom.patient)}</span>
      <span className="sp" />
      {inRoom.calledAt && <b className="tn nowrap">{formats.minutesSpan(waitedMinutes(inRoom.calledAt, now))}</b>}
    </p>
  );
}

function Next({ state: { next } }: { state: ColumnState }) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  if (!next) return <p className="hint trunc">{t('strip.noNext')}</p>;
  const name = formats.nameFull(next.patient);
  return (
    <p className="hint trunc">
      {t('strip.next')}{' '}
      <span className="wr-next">
        {next.status === 'arrived' ? name : t('strip.nextAt', { name, time: formats.timeOfMinutes(next.startMin) })}
      </span>
    </p>
  );
}

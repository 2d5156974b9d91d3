import type { WaitingEntry, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { KeyValue } from '../../ui/key-value';
import { Panel } from '../../ui/panel';
import { EntryHead, UrgencyChip } from './entry-head';
import { PhoneChip } from './phone-chip';
import { useAccept } from './use-waiting-acts';
import { useWaitingWords } from './use-waiting-words';
import { fitsQuery, waitingEntryQuery } from './waiting-list.queries';
import type { WaitingPlace } from './waiting-store';

/** Brought by the routes: the agenda's own way of holding a place. */
export type UseHold = (place: {
  readonly resourceId: string;
  readonly motifId: string | null;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly durationMin: number;
}) => string;

interface CallPanelProps {
  setup: PracticeSetup;
  entryId: string;
  place: WaitingPlace;
  /** Holds the place while she is called; answers the id to book with. */
  useHold: UseHold;
  /** No answer: the next whom the place suits. */
  onNext: (entryId: string, place: WaitingPlace) => void;
  onAccepted: (appointmentId: string, place: WaitingPlace) => void;
  onClose: () => void;
}

/** Somebody is called for a place: her number, what to say, and the one button that gives it to her. */
export function CallPanel(props: CallPanelProps) {
  const { t } = useTranslation('waiting-list');
  const { practiceId } = useMembership();
  const { data, error, refetch } = useQuery(waitingEntryQuery(practiceId, props.entryId));
  if (data) return <Call {...props} entry={data.entry} phoneMasked={data.phoneMasked} />;
  return (
    <Panel label={t('callPanel.title')} onClose={props.onClose} priority={6}>
      {error && (
        <div className="sect">
          <ErrorState error={error} onRetry={() => void refetch()} />
        </div>
      )}
    </Panel>
  );
}

interface CallProps extends CallPanelProps {
  entry: WaitingEntry;
  phoneMasked: string | null;
}

function Call({ setup, entry, phoneMasked, place, useHold, onNext, onAccepted, onClose }: CallProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const { hole, isRead } = useHole(place);
  const { resourceId, day, startMin, endMin } = place;
  const holdId = useHold({ resourceId, motifId: entry.motifId, day, startMin, durationMin: endMin - startMin });
  const accept = useAccept(setup, (appointmentId) => onAccepted(appointmentId, place));
  const fit = hole?.fits.find(({ entryId }) => entryId === entry.id);
  const after = hole?.fits.filter(({ entryId }) => entryId !== entry.id) ?? [];
  const [next] = after.slice(hole?.fits.findIndex(({ entryId }) => entryId === entry.id) ?? 0);
  const first = useFirstFocus(entry.id);
  const time = formats.timeOfMinutes(place.startMin);
  const isGone = isRead && !fit && !accept.isPending && !accept.isSuccess;
  const canBeGiven = entry.state === 'waiting' && !entry.currentElsewhere;
  const confirm = () => {
    if (!accept.isPending && canBeGiven) accept.mutate({ entry, place, holdId });
  };
  useShortcut({
    ...{ id: 'waiting.confirm', keys: 'Ctrl+Enter', scope: 'global', inFields: true },
    ...{ labelKey: 'waiting-list:keys.confirm', groupKey: 'waiting-list:keys.title' },
    run: confirm,
  });
  return (
    <Panel
      label={t('callPanel.title')}
      head={<b>{t('callPanel.title')}</b>}
      onClose={onClose}
      priority={6}
      foot={
        <div className="wl-foot" ref={first.foot}>
          {next && (
            <Button
              icon={IconArrowRight}
              onClick={() => onNext(next.entryId, { ...place, startMin: next.startMin, endMin: next.endMin })}
            >
              {t('callPanel.next')}
            </Button>
          )}
          <Button look="primary" keys="Ctrl+Enter" busy={accept.isPending} disabled={!canBeGiven} onClick={confirm}>
            {t(entry.current ? 'callPanel.confirmMove' : 'callPanel.confirm', { time })}
          </Button>
        </div>
      }
    >
      <EntryHead patient={entry.patient} today={words.today}>
        <UrgencyChip urgency={entry.urgency} />
        <PhoneChip key={entry.patient.id} patientId={entry.patient.id} masked={phoneMasked} revealRef={first.reveal} />
      </EntryHead>
      {accept.error ? (
        <div className="sect">
          <ErrorState error={accept.error} />
        </div>
      ) : (
        isGone && (
          <div className="sect">
            <p className="call danger" role="alert">
              <Icon of={IconAlertTriangle} />
              <span>{t(entry.currentElsewhere ? 'entry.elsewhere' : 'callPanel.gone')}</span>
            </p>
          </div>
        )
      )}
      <section className="sect">
        <h3>{t('callPanel.say')}</h3>
        <p className="wl-say">
          <Trans
            t={t}
            i18nKey="callPanel.sentence"
            values={{ day: formats.dateMedium(place.day), time, column: columnName(setup, place.resourceId) }}
            components={{ b: <b /> }}
          />
        </p>
        {entry.current && (
          <p className="hint">
            {t('callPanel.moves', {
              day: formats.dateMedium(entry.current.day),
              time: formats.timeOfMinutes(entry.current.startMin),
            })}
          </p>
        )}
      </section>
      <section className="sect">
        <h3>{t('callPanel.why')}</h3>
        <ul className="wl-reasons">
          {fit?.reasons.map((why) => (
            <li key={why.code}>{words.reason(why)}</li>
          ))}
        </ul>
      </section>
      <section className="sect">
        <KeyValue
          lines={[
            [t('entry.what'), words.motif(entry).name],
            [t('entry.when'), words.days(entry)],
            [t('entry.times'), words.times(entry.times) || t('entry.anyTime')],
            [t('entry.note'), entry.note || null],
          ]}
        />
      </section>
      {next && (
        <section className="sect">
          <p className="hint">{t('callPanel.unreachable')}</p>
        </section>
      )}
    </Panel>
  );
}

/** The free stretch her place is cut from, as it stands now, and who else it suits. */
function useHole(place: WaitingPlace): { hole: WaitingHole | undefined; isRead: boolean } {
  const { practiceId } = useMembership();
  const { resourceId, day, startMin, endMin, hole = { startMin, endMin } } = place;
  const question = { fromDay: day, toDay: day, resourceIds: [resourceId], within: hole };
  const { data } = useQuery(fitsQuery(practiceId, question));
  const around = data?.holes.find((free) => free.startMin <= startMin && endMin <= free.endMin);
  return { hole: around, isRead: data !== undefined };
}

/** The number first: nobody is booked by a key pressed twice. Without one to show, the button that books. */
function useFirstFocus(entryId: string) {
  const reveal = useRef<HTMLButtonElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each person called takes the focus anew
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      (reveal.current ?? foot.current?.querySelector<HTMLElement>('.btn.p'))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [entryId]);
  return { reveal, foot };
}

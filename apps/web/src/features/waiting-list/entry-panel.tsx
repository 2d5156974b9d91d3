import { mostFitDays, type WaitingEntry, type WaitingEvent } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { addDays, toLocal } from '@pupitre/shared/time/zone';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMay, useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { KeyValue } from '../../ui/key-value';
import { Panel } from '../../ui/panel';
import { EntryHead, UrgencyChip } from './entry-head';
import { PhoneChip } from './phone-chip';
import { PossiblePlaces, placesFor } from './possible-places';
import { useEventWords } from './use-event-words';
import { useWithdrawal } from './use-waiting-acts';
import { useWaitingWords } from './use-waiting-words';
import { fitsQuery, waitingEntryQuery } from './waiting-list.queries';
import type { WaitingPlace } from './waiting-store';
import { WithdrawForm } from './withdraw-form';

interface EntryPanelProps {
  setup: PracticeSetup;
  entryId: string;
  onCall: (place: WaitingPlace) => void;
  onEdit: () => void;
  onClose: () => void;
}

/** Somebody who waits: for what, how to reach her, which places suit, and what happened to her wait. */
export function EntryPanel(props: EntryPanelProps) {
  const { t } = useTranslation('waiting-list');
  const { practiceId } = useMembership();
  const { data, error, refetch } = useQuery(waitingEntryQuery(practiceId, props.entryId));
  if (data) return <Shown {...props} {...data} />;
  return (
    <Panel label={t('entry.panel')} onClose={props.onClose} priority={5}>
      {error && (
        <div className="sect">
          <ErrorState error={error} onRetry={() => void refetch()} />
        </div>
      )}
    </Panel>
  );
}

interface ShownProps extends EntryPanelProps {
  entry: WaitingEntry;
  phoneMasked: string | null;
  events: readonly WaitingEvent[];
}

function Shown({ setup, entry, phoneMasked, events, onCall, onEdit, onClose }: ShownProps) {
  const { t } = useTranslation('waiting-list');
  const words = useWaitingWords(setup);
  const mayEdit = useMay()('waiting_list.edit');
  const [isLeaving, setLeaving] = useState(false);
  const { withdrawal, restoration } = useWithdrawal(entry, onClose);
  const isWaiting = entry.state === 'waiting';
  return (
    <Panel
      label={t('entry.panel')}
      head={entry.state === 'waiting' ? <b>{t('entry.panel')}</b> : <Chip>{t(`entry.closed.${entry.state}`)}</Chip>}
      onClose={onClose}
      priority={5}
      foot={
        mayEdit && !isLeaving && entry.state !== 'booked' ? (
          <div className="wl-foot">
            {isWaiting ? (
              <>
                <Button look="ghost" onClick={() => setLeaving(true)}>
                  {t('entry.withdraw')}
                </Button>
                <Button icon={IconPencil} onClick={onEdit}>
                  {t('entry.edit')}
                </Button>
              </>
            ) : (
              <Button busy={restoration.isPending} onClick={() => restoration.mutate()}>
                {t('entry.restore')}
              </Button>
            )}
          </div>
        ) : undefined
      }
    >
      <EntryHead patient={entry.patient} today={words.today}>
        <UrgencyChip urgency={entry.urgency} />
        <PhoneChip key={entry.patient.id} patientId={entry.patient.id} masked={phoneMasked} />
      </EntryHead>
      {(withdrawal.error ?? restoration.error) && (
        <div className="sect">
          <ErrorState error={withdrawal.error ?? restoration.error} />
        </div>
      )}
      {isLeaving && (
        <WithdrawForm
          isBusy={withdrawal.isPending}
          onWithdraw={(body) => withdrawal.mutate(body)}
          onKeep={() => setLeaving(false)}
        />
      )}
      {isWaiting && words.isOver(entry) && (
        <div className="sect">
          <p className="call">
            <Icon of={IconAlertTriangle} />
            <span>{t('entry.over')}</span>
          </p>
        </div>
      )}
      {isWaiting && entry.currentElsewhere && (
        <div className="sect">
          <p className="call">
            <Icon of={IconAlertTriangle} />
            <span>{t('entry.elsewhere')}</span>
          </p>
        </div>
      )}
      {isWaiting && !entry.currentElsewhere && (
        <Places setup={setup} entry={entry} onCall={mayEdit ? onCall : undefined} />
      )}
      <Lines setup={setup} entry={entry} />
      <History setup={setup} events={events} />
    </Panel>
  );
}

function Places({
  setup,
  entry,
  onCall,
}: Pick<ShownProps, 'setup' | 'entry'> & { onCall: ShownProps['onCall'] | undefined }) {
  const { t } = useTranslation('waiting-list');
  const { practiceId } = useMembership();
  const { today } = useWaitingWords(setup);
  const first = entry.fromDay > today ? entry.fromDay : today;
  const question = { fromDay: first, toDay: addDays(first, mostFitDays - 1), entryId: entry.id };
  const { data } = useQuery(fitsQuery(practiceId, question));
  const places = placesFor(data, entry.id).slice(0, 6);
  return (
    <section className="sect">
      <h3>{t('entry.places')}</h3>
      {data && places.length === 0 && <p className="hint">{t('entry.placesNone')}</p>}
      <PossiblePlaces
        setup={setup}
        patient={entry.patient}
        places={places}
        showColumn={entry.resourceIds.length !== 1}
        onCall={onCall}
      />
    </section>
  );
}

function Lines({ setup, entry }: Pick<ShownProps, 'setup' | 'entry'>) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const { name, minutes } = words.motif(entry);
  const at = (visit: NonNullable<WaitingEntry['current']>) => ({
    day: formats.dateMedium(visit.day),
    time: formats.timeOfMinutes(visit.startMin),
  });
  return (
    <section className="sect">
      <KeyValue
        lines={[
          [t('entry.what'), `${name}, ${minutes}`],
          [t('entry.since'), t('entry.sinceBy', { since: words.since(entry), name: entry.addedBy })],
          [t('entry.when'), words.days(entry)],
          [t('entry.times'), words.times(entry.times) || t('entry.anyTime')],
          [t('entry.with'), words.columns(entry)],
          [
            t('entry.notice'),
            entry.noticeMin === 0 ? t('noNotice') : t('notice', { span: words.span(entry.noticeMin) }),
          ],
          [t('entry.current'), entry.current && t('entry.currentMove', at(entry.current))],
          [t('entry.booked'), entry.booked && t('placeLong', at(entry.booked))],
          [t('entry.note'), entry.note || null],
        ]}
      />
    </section>
  );
}

function History({ setup, events }: Pick<ShownProps, 'setup' | 'events'>) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const say = useEventWords();
  const { zone } = setup.practice;
  return (
    <section className="sect">
      <h3>{t('entry.history')}</h3>
      <ol className="wl-history">
        {events.map((event) => {
          const { day, minutes } = toLocal(new Date(event.at), zone);
          return (
            <li key={event.id}>
              <time dateTime={event.at}>
                {formats.dateShort(day)} {formats.timeOfMinutes(minutes)}
              </time>
              <span>{say(event)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
import { CallPanel, type UseHold } from './call-panel';
import { EntryPanel } from './entry-panel';
import './waiting-list.css';
import { waitingEntryQuery } from './waiting-list.queries';
import { useAskWaiting, useWaitingAsk, type WaitingPlace } from './waiting-store';
import { WishPanel } from './wish-panel';

interface WaitingPanelsProps {
  renderPatientPicker: ((onPick: (patient: PatientHit) => void) => ReactNode) | undefined;
  useHold: UseHold;
  /** Somebody was given a place: the screen goes there. */
  onBooked: (appointmentId: string, place: WaitingPlace) => void;
}

/** The panel of the waiting list that was asked for, on any screen. */
export function WaitingPanels({ renderPatientPicker, useHold, onBooked }: WaitingPanelsProps) {
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId);
  const { ask, asked } = useWaitingAsk();
  const open = useAskWaiting();
  if (!ask || !setup) return null;
  const close = () => open(null);
  const openEntry = (entryId: string) => open({ kind: 'entry', entryId });
  const doors = { setup, renderPatientPicker, onOpen: openEntry, onClose: close };
  if (ask.kind === 'new') return <WishPanel key={asked} {...doors} start={ask.start} onSaved={close} />;
  if (ask.kind === 'edit') return <Edited key={ask.entryId} {...doors} entryId={ask.entryId} onSaved={openEntry} />;
  if (ask.kind === 'call') {
    return (
      <CallPanel
        setup={setup}
        entryId={ask.entryId}
        place={ask.place}
        useHold={useHold}
        onNext={(entryId, place) => open({ kind: 'call', entryId, place })}
        onAccepted={(appointmentId, place) => {
          close();
          onBooked(appointmentId, place);
        }}
        onClose={close}
      />
    );
  }
  const { entryId } = ask;
  return (
    <EntryPanel
      key={entryId}
      setup={setup}
      entryId={entryId}
      onCall={(place) => open({ kind: 'call', entryId, place })}
      onEdit={() => open({ kind: 'edit', entryId })}
      onClose={close}
    />
  );
}

function Edited({ entryId, ...props }: Omit<Parameters<typeof WishPanel>[0], 'entry'> & { entryId: string }) {
  const { practiceId } = useMembership();
  const { data } = useQuery(waitingEntryQuery(practiceId, entryId));
  return data ? <WishPanel {...props} entry={data.entry} /> : null;
}

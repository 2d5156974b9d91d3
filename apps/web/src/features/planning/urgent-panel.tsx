import type { UrgentPlaceView } from '@pupitre/shared/planning/urgent.contract';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';
import { PassOver } from '../../ui/pass-over';
import { Shape, Skeleton } from '../../ui/skeleton';
import { ChoiceInput } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { leaveUrgent, setUrgentPatient, type UrgentDraft } from './urgent-draft';
import './urgent.css';
import { UrgentPlace } from './urgent-place';
import { useUrgentPlaces } from './use-urgent';
import { PatientLines } from './visit-head';

/** « Insérer une urgence »: who, then the three best places of today; ↵ books the one that has the focus. */
export function UrgentPanel({ draft }: { draft: UrgentDraft }) {
  const { t } = useTranslation('urgent');
  const formats = useFormats();
  const { focusGrid, renderPatientPicker } = useDayScreen();
  const { patient } = draft;
  const urgent = useUrgentPlaces(patient);
  const body = useRef<HTMLDivElement>(null);
  const isAsking = patient === null;
  useEffect(() => {
    if (!isAsking) return;
    // A frame later: the palette gives the focus back first.
    const frame = requestAnimationFrame(() => body.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isAsking]);
  const close = () => {
    leaveUrgent();
    focusGrid();
  };
  return (
    <Panel label={t('title')} head={<b>{t('title')}</b>} onClose={close}>
      <div className="booking urgent" ref={body}>
        {patient ? (
          <div className="visit-id booking-patient">
            <div>
              <PatientLines patient={patient} city={patient.city ?? ''} />
            </div>
            <IconButton
              icon={IconX}
              label={t('change')}
              look="ghost"
              size="sm"
              onClick={() => setUrgentPatient(null)}
            />
          </div>
        ) : (
          <div className="sect">{renderPatientPicker({ autoFocus: true, onPick: setUrgentPatient })}</div>
        )}
        <div className="sect">
          <ChoiceInput
            label={t('motif')}
            choices={urgent.motifs.map((motif) => ({
              value: motif.id,
              label: t('motifLength', { name: motif.name, span: formats.minutesSpan(minutesIn(motif, '')) }),
            }))}
            value={urgent.motif?.id ?? ''}
            onPick={urgent.setMotif}
          />
        </div>
        {urgent.error && (
          <div className="sect">
            <ErrorState error={urgent.error} kept={t('kept')} />
          </div>
        )}
        {patient && <Places key={patient.id} urgent={urgent} />}
      </div>
    </Panel>
  );
}

function Places({ urgent }: { urgent: ReturnType<typeof useUrgentPlaces> }) {
  const { t } = useTranslation('urgent');
  const { setup } = useDayScreen();
  const { places, isBusy, book } = urgent;
  /** The place beside others whose reason is being asked. */
  const [asked, setAsked] = useState<UrgentPlaceView | null>(null);
  const [reason, setReason] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const found = places.data?.places;
  const isRead = found !== undefined;
  useEffect(() => {
    if (!isRead) return;
    const frame = requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isRead]);
  if (places.error && !found) return <ErrorState error={places.error} onRetry={() => void places.refetch()} />;
  if (!found) {
    return (
      <Skeleton label={t('searching')}>
        <Shape height={120} />
      </Skeleton>
    );
  }
  if (found.length === 0) return <EmptyState>{t('none')}</EmptyState>;
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('.urgent-place') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (!step || at < 0) return;
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  const take = (place: UrgentPlaceView) => {
    if (place.codes.length === 0) {
      book(place, '');
      return;
    }
    setAsked(place);
    requestAnimationFrame(() => first.current?.focus());
  };
  // Read again, the same place may have moved: its reason is asked where it stands now.
  const shown = found.find((place) => isSame(place, asked));
  return (
    <div className="sect">
      <h3>{t('places')}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its legend at each place */}
      <div role="group" aria-label={t('places')} className="urgent-places" ref={list} onKeyDown={walk}>
        {found.map((place) => (
          <UrgentPlace
            key={`${place.kind} ${place.resourceId} ${place.startMin}`}
            place={place}
            column={columnName(setup, place.resourceId)}
            isAsked={shown === place}
            isBusy={isBusy}
            onTake={() => take(place)}
          />
        ))}
      </div>
      {shown && (
        <PassOver
          reason={reason}
          onReason={setReason}
          onConfirm={() => book(shown, reason.trim())}
          rajout={t('beside')}
          isBusy={isBusy}
          firstRef={first}
        />
      )}
    </div>
  );
}

const isSame = (place: UrgentPlaceView, other: UrgentPlaceView | null): boolean =>
  other !== null && place.kind === other.kind && place.resourceId === other.resourceId;

import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { Panel } from '../../ui/panel';
import { ChoiceInput } from '../../ui/text-input';
import { useRoom } from './room-context';
import { useWalkIn } from './use-walk-in';
import { nextPlace, offeredIn } from './walk-in';
import { WalkInRefusal } from './walk-in-refusal';

export interface WalkInPanelProps {
  renderPatientPicker: (onPick: (patient: PatientHit) => void) => ReactNode;
  /** `appointmentId`: the visit just noted, when there is one. */
  onClose: (appointmentId?: string) => void;
}

/** Somebody without an appointment: who, with whom, why; she is then present, at the next line of the agenda. */
export function WalkInPanel({ renderPatientPicker, onClose }: WalkInPanelProps) {
  const { t } = useTranslation('waiting-room');
  const { zone, setup } = useRoom();
  const formats = useFormats();
  const form = useWalkIn(onClose);
  const box = useRef<HTMLDivElement>(null);
  const { choice, columns, booking } = form;
  useEffect(() => {
    // The panel takes its place after it is mounted; nothing in it can hold the focus before.
    const shown = requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(shown);
  }, []);
  const start = formats.timeOfMinutes(nextPlace(useNow(60_000), zone).minutes);
  useShortcut({
    id: 'waiting-room.walk-in',
    keys: 'Ctrl+Enter',
    scope: 'focus',
    within: box,
    enabled: choice.patient !== null,
    labelKey: 'waiting-room:walkIn.book',
    groupKey: 'waiting-room:title',
    run: () => form.book(),
  });

  return (
    <Panel label={t('walkIn.open')} head={<h2 className="wr-panel-title">{t('walkIn.open')}</h2>} onClose={onClose}>
      <div className="wr-walk-in" ref={box}>
        <DraftNotice draft={form.kept} />
        {choice.patient ? (
          <ChosenPatient patient={choice.patient} onForget={form.forget} />
        ) : (
          renderPatientPicker(form.pick)
        )}
        <ChoiceInput
          label={t('walkIn.column')}
          value={choice.resourceId}
          choices={columns.map(({ id, name }) => ({ value: id, label: name }))}
          onPick={form.setColumn}
        />
        <ChoiceInput
          label={t('walkIn.motif')}
          value={choice.motifId}
          choices={offeredIn(setup, choice.resourceId).map((motif) => ({
            value: motif.id,
            label: t('walkIn.motifLength', {
              name: motif.name,
              span: formats.minutesSpan(minutesIn(motif, choice.resourceId)),
            }),
          }))}
          onPick={form.setMotif}
        />
        <label className="wr-urgent">
          <input
            type="checkbox"
            checked={choice.urgent}
            onChange={(event) => form.setUrgent(event.currentTarget.checked)}
          />
          {t('walkIn.urgent')}
        </label>
        {booking.error && (
          <WalkInRefusal
            error={booking.error}
            onRetry={() => form.book()}
            onPlace={form.book}
            onPassOver={form.passOver}
          />
        )}
        <div>
          <Button
            look="primary"
            keys="Ctrl+Enter"
            busy={booking.isPending}
            disabled={choice.patient === null || !form.motif}
            onClick={() => form.book()}
          >
            {t('walkIn.book')}
          </Button>
          <p className="hint">{choice.patient ? t('walkIn.at', { time: start }) : t('walkIn.who')}</p>
        </div>
      </div>
    </Panel>
  );
}

/** The one who was found; the focus goes on to the button that changes her, since the search field is gone. */
function ChosenPatient({ patient, onForget }: { patient: PatientHit; onForget: () => void }) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="row">
      <p className="trunc">
        <span className="nom">{patient.usedName || patient.birthName}</span> {patient.firstName}{' '}
        <span className="hint">{formats.dateShort(patient.birthDate)}</span>
      </p>
      <span className="sp" />
      <Button ref={button} size="sm" onClick={onForget}>
        {t('walkIn.change')}
      </Button>
    </div>
  );
}

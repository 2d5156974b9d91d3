import { type RoundStop, readRound } from '@pupitre/shared/planning/round.contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { ChoiceInput } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { PrintedRound } from './printed-round';

/** The home visits of an agenda: shown on demand, since addresses and phones are noted in the journal. */
export function RoundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('together');
  const { practiceId, setup, day, columns } = useDayScreen();
  const homeMotifs = setup.motifs.filter(({ place }) => place === 'home').map(({ id }) => id);
  const goesOut = columns.find(({ visits }) => visits.some(({ motifId }) => homeMotifs.includes(motifId)));
  const [column, setColumn] = useState((goesOut ?? columns[0])?.resource.id ?? '');
  const { data, mutate, reset, error, isPending } = useMutation({
    mutationFn: () => callApi(readRound, { params: { practiceId, resourceId: column, day } }),
    gcTime: 0,
  });
  const stops = data?.stops;
  return (
    <Dialog
      title={t('round.title')}
      onClose={onClose}
      foot={
        stops && stops.length > 0 ? (
          <Button look="primary" keys="Ctrl+P" onClick={() => window.print()}>
            {t('round.print')}
          </Button>
        ) : (
          <Button look="primary" disabled={isPending || column === ''} onClick={() => mutate()}>
            {t('round.read')}
          </Button>
        )
      }
    >
      <div className="together-form">
        <ChoiceInput
          data-autofocus
          label={t('round.column')}
          choices={columns.map(({ resource: { id, name } }) => ({ value: id, label: name }))}
          value={column}
          onPick={(picked) => {
            setColumn(picked);
            reset();
          }}
        />
        {!stops && <p className="muted">{t('round.why')}</p>}
      </div>
      {error && <ErrorState error={error} onRetry={() => mutate()} />}
      {stops?.length === 0 && <EmptyState>{t('round.none')}</EmptyState>}
      {stops && stops.length > 0 && <Stops stops={stops} />}
      {stops && stops.length > 0 && <PrintedRound stops={stops} resourceId={column} />}
    </Dialog>
  );
}

function Stops({ stops }: { stops: readonly RoundStop[] }) {
  const { t } = useTranslation('together');
  const formats = useFormats();
  useEffect(() => {
    // Read by whoever asked: the list takes the focus from the button that is gone.
    document.querySelector<HTMLElement>('.together-round')?.focus();
  }, []);
  return (
    <ol className="together-round" tabIndex={-1}>
      {stops.map((stop) => (
        <li key={stop.appointmentId}>
          <span className="together-time">{formats.timeOfMinutes(stop.startMin)}</span>
          <div>
            <b>{formats.nameFull(stop)}</b>{' '}
            <span className="muted">{t('round.born', { day: formats.dateShort(stop.birthDate) })}</span>
            <div>{stop.address || t('round.noAddress')}</div>
            <div className="muted">
              {stop.phone ? formats.phone(stop.phone) : t('round.noPhone')} · {stop.motifName}
            </div>
            {stop.note !== '' && <div>{stop.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

import { type LiftedAbsence, liftAbsence, type PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { practiceKey } from '../../lib/query-client';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';

interface LiftDialogProps {
  readonly practiceId: string;
  readonly absenceId: string;
  readonly lines: readonly PlanLine[];
  readonly onClose: () => void;
  readonly onLifted: () => void;
}

/** The absence goes, and its list with it; what was replaced stays, or goes back where it was. */
export function LiftDialog({ practiceId, absenceId, lines, onClose, onLifted }: LiftDialogProps) {
  const { t } = useTranslation('absence-plan');
  const client = useQueryClient();
  const may = useMay();
  const moved = lines.filter(({ state, to }) => state === 'rebooked' && to).length;
  const { mutate, isPending, data, error, variables } = useMutation({
    mutationFn: (putBack: boolean) => callApi(liftAbsence, { params: { practiceId, absenceId }, body: { putBack } }),
    onSuccess: ({ kept }) => {
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'practices') });
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning') });
      if (kept.length === 0) onLifted();
    },
  });
  if (data && data.kept.length > 0) return <LiftedDialog lifted={data} onClose={onLifted} />;
  const mayPutBack = moved > 0 && may('appointment.move');
  return (
    <Dialog
      title={t('lift.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('lift.keep')}
          </Button>
          {mayPutBack && (
            <Button busy={isPending && variables === true} disabled={isPending} onClick={() => mutate(true)}>
              {t('lift.putBack', { count: moved })}
            </Button>
          )}
          <Button
            look="danger-filled"
            busy={isPending && variables === false}
            disabled={isPending}
            onClick={() => mutate(false)}
          >
            {t(moved > 0 ? 'lift.only' : 'lift.confirm')}
          </Button>
        </>
      }
    >
      {error && <ErrorState error={error} />}
      <p>{t('lift.effect')}</p>
      {moved > 0 && <p>{t('lift.moved', { count: moved })}</p>}
    </Dialog>
  );
}

/** Those whose old hour cannot be given back: who, and why. */
function LiftedDialog({ lifted, onClose }: { lifted: LiftedAbsence; onClose: () => void }) {
  const { t } = useTranslation(['absence-plan', 'errors']);
  const formats = useFormats();
  return (
    <Dialog
      title={t('lift.done')}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          {t('lift.close')}
        </Button>
      }
    >
      {lifted.putBack > 0 && <p>{t('lift.backCount', { count: lifted.putBack })}</p>}
      <p>{t('lift.keptCount', { count: lifted.kept.length })}</p>
      <ul className="ab-kept">
        {lifted.kept.map(({ appointmentId, patient, code }) => (
          <li key={appointmentId}>
            <b>{formats.nameFull(patient)}</b> <KeptReason code={code} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function KeptReason({ code }: { code: string }) {
  const { t } = useTranslation('absence-plan');
  return <span className="hint">{t(code === 'undo.changed_since' ? 'lift.changedSince' : 'lift.placeGone')}</span>;
}

import { type OpeningReason, openingReasons } from '@pupitre/shared/audit/opening-reasons';
import { type PatientFile, readPatientFile } from '@pupitre/shared/patients/patient.contract';
import { addDays, todayIn } from '@pupitre/shared/time/zone';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { useMembership, useSession } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** An appointment this near explains why the file is open. */
const EXPLAINED_WITHIN_DAYS = 30;

/** Most of such openings are a call; Enter says it. */
const USUAL: OpeningReason = 'phone_call';
const offered: readonly OpeningReason[] = [USUAL, ...openingReasons.filter((reason) => reason !== USUAL)];

/** Files whose reason was told on this page, by account: one is not asked twice. */
const told = createStore<ReadonlySet<string>>(new Set());

/** True when no appointment of hers is near enough to say why one looks. */
export function isUnexplained({ appointments }: Pick<PatientFile, 'appointments'>, today: string): boolean {
  const [from, to] = [addDays(today, -EXPLAINED_WITHIN_DAYS), addDays(today, EXPLAINED_WITHIN_DAYS)];
  return !appointments.some(({ day }) => from <= day && day <= to);
}

/** Asks why a file is open that no appointment explains: one key, written to the journal beside the opening. */
export function OpeningReasonAsk({ file }: { file: PatientFile }) {
  const { t } = useTranslation('patients');
  const { practiceId, zone } = useMembership();
  const { account } = useSession();
  const key = `${account.id} ${file.patient.id}`;
  const isTold = useStore(told).has(key);
  const first = useRef<HTMLButtonElement>(null);
  const isAsked = !isTold && isUnexplained(file, todayIn(zone, serverNow()));
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (reason: OpeningReason) =>
      callApi(readPatientFile, { params: { practiceId, patientId: file.patient.id }, query: { reason } }),
    onSuccess: () => told.set(new Set([...told.get(), key])),
  });
  useEffect(() => {
    // Only a page where nobody has put the focus yet.
    if (isAsked && document.activeElement === document.body) first.current?.focus();
  }, [isAsked]);
  if (!isAsked) return null;
  return (
    <fieldset className="why-open">
      <legend>
        <Icon of={IconShieldCheck} /> {t('why.ask')}
      </legend>
      {offered.map((reason) => (
        <Button
          key={reason}
          ref={reason === USUAL ? first : undefined}
          size="sm"
          look={reason === USUAL ? 'primary' : 'plain'}
          keys={reason === USUAL ? 'Enter' : undefined}
          busy={isPending && variables === reason}
          onClick={() => !isPending && mutate(reason)}
        >
          {t(`why.${reason}`)}
        </Button>
      ))}
    </fieldset>
  );
}

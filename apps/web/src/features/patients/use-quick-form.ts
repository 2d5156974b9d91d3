import { parseDateFr } from '@pupitre/shared/formats/parse';
import { phoneRegionOf } from '@pupitre/shared/fr/phone-region';
import { createPatient, type PatientHit, type TwinView } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { fieldFaults } from '../../lib/problem-sentence';
import { practiceKey } from '../../lib/query-client';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { type TwinTyped, twinsQuery } from './patients.queries';
import { type QuickDraft, type QuickFaults, quickFaults } from './quick-draft';

const TWINS_AFTER_MS = 200;
const NAMED_FROM = 2;

/** Near twins of what is typed, asked once the typing pauses. */
function useTwins(practiceId: string, typed: TwinTyped): { twins: readonly TwinView[]; failed: boolean } {
  const text = JSON.stringify(typed);
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as TwinTyped), TWINS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const isNamed = settled.birthName.length >= NAMED_FROM && settled.firstName.length >= NAMED_FROM;
  const { data, isError } = useQuery({ ...twinsQuery(practiceId, settled), enabled: isNamed });
  return { twins: isNamed ? (data?.twins ?? []) : [], failed: isError };
}

/** The new patient's form: what is wrong, who looks like her, and how she is created. */
export function useQuickForm(draft: QuickDraft, onCreated: (hit: PatientHit) => void) {
  const { practiceId, zone } = useMembership();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const [isTried, setTried] = useState(false);
  const today = todayIn(zone, serverNow());
  const region = phoneRegionOf(zone);
  const birthDate = parseDateFr(draft.birthDate, today);
  const names = useMemo(() => {
    const [birthName, usedName, firstName] = [draft.birthName, draft.usedName, draft.firstName].map((name) =>
      name.trim(),
    );
    return { birthName: birthName ?? '', usedName: usedName ?? '', firstName: firstName ?? '' };
  }, [draft.birthName, draft.usedName, draft.firstName]);
  const sex = draft.sex || 'U';
  const { twins, failed } = useTwins(practiceId, { ...names, sex, birthDate, phone: draft.phone.trim() });
  const blocking = twins.some(({ level }) => level === 'block');
  const close = twins.some(({ level }) => level !== 'weak');
  const faults = quickFaults(draft, today, region);

  const { mutate, isPending, error } = useMutation({
    mutationFn: (idempotencyKey: string) => {
      if (birthDate === null) throw new TypeError('no birth date');
      const contact = { phone: draft.phone.trim(), withoutPhone: draft.withoutPhone };
      const body = { ...names, ...contact, sex, birthDate, twinsSeen: close } as const;
      return callApi(createPatient, { params: { practiceId }, body, idempotencyKey });
    },
    onSuccess: (hit) => {
      key.renew();
      onCreated(hit);
    },
    onError: (problem) => {
      // A refusal is final for what was sent; only a silence is sent again under the same key.
      if (problem instanceof ApiProblem && !problem.isPassing) key.renew();
      void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'patients', 'twins') });
    },
  });
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length === 0 && !blocking && !isPending) mutate(key.current());
  };
  return {
    ...{ today, birthDate, twins, twinsFailed: failed, blocking, close, submit, isPending },
    error: isPending ? null : error,
    faults: isTried ? { ...faultsOfServer(error), ...faults } : ({} as QuickFaults),
    /** Something else is sent from now on. */
    renew: key.renew,
  };
}

/** Refusals that belong under a field rather than under the form. */
export function faultsOfServer(error: unknown): QuickFaults {
  const invalid = fieldFaults(error);
  const code = error instanceof ApiProblem ? error.code : undefined;
  return {
    ...('birthName' in invalid && { birthName: 'name' as const }),
    ...('usedName' in invalid && { usedName: 'name' as const }),
    ...('firstName' in invalid && { firstName: 'name' as const }),
    ...('birthDate' in invalid && { birthDate: 'birthDate' as const }),
    ...('phone' in invalid && { phone: 'phone' as const }),
    ...(code === 'patient.contact_missing' && { phone: 'contact' as const }),
    ...(code === 'patient.birth_date_in_the_future' && { birthDate: 'future' as const }),
  };
}

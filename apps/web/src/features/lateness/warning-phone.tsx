import { revealPhone } from '@pupitre/shared/patients/patient.contract';
import type { LatenessWarning } from '@pupitre/shared/planning/lateness.contract';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay, useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';

interface WarningPhoneProps {
  readonly patient: LatenessWarning['patient'];
  readonly masked: string | null;
}

/** The end of the number; the whole of it on purpose, which the access journal keeps. */
export function WarningPhone({ patient, masked }: WarningPhoneProps) {
  const { t } = useTranslation('lateness');
  const formats = useFormats();
  const may = useMay();
  const say = useProblemSentence();
  const { practiceId } = useMembership();
  const { data, mutate, isPending } = useMutation({
    mutationFn: () => callApi(revealPhone, { params: { practiceId, patientId: patient.id } }),
    onError: (error) => showToast({ text: say(error).sentence }),
    gcTime: 0,
  });
  if (!masked) return <span className="hint">{t('phone.none')}</span>;
  return (
    <span className="late-phone">
      <span className="tn">{data?.phone ? formats.phone(data.phone) : masked}</span>
      {may('patient.reveal_phone') && !data?.phone && (
        <button
          type="button"
          className="link"
          aria-label={t('phone.revealLabel', { who: formats.nameFull(patient) })}
          aria-busy={isPending}
          onClick={() => mutate()}
        >
          {t('phone.reveal')}
        </button>
      )}
    </span>
  );
}

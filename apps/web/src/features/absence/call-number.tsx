import { revealPhone } from '@pupitre/shared/patients/patient.contract';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay, useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';

/** The end of the number; the whole of it on purpose, which the access journal keeps. */
export function CallNumber({ patientId, masked }: { patientId: string; masked: string | null }) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const may = useMay();
  const say = useProblemSentence();
  const { practiceId } = useMembership();
  const { data, mutate, isPending } = useMutation({
    mutationFn: () => callApi(revealPhone, { params: { practiceId, patientId } }),
    onError: (error) => showToast({ text: say(error).sentence }),
    gcTime: 0,
  });
  if (!masked) return <p className="ab-number is-none">{t('panel.noPhone')}</p>;
  return (
    <p className="ab-number">
      <span className="tn">{data?.phone ? formats.phone(data.phone) : masked}</span>
      {may('patient.reveal_phone') && !data?.phone && (
        <button
          type="button"
          className="link"
          aria-label={t('panel.revealLabel')}
          aria-busy={isPending}
          onClick={() => mutate()}
        >
          {t('panel.reveal')}
        </button>
      )}
    </p>
  );
}

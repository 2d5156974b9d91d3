import { type PatientIdentity, revealPhone } from '@pupitre/shared/patients/patient.contract';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay, useMembership } from '../../lib/session';
import { Button } from '../../ui/button';

/** Masked until asked for; each look is written to the audit journal. What was shown goes with the card. */
export function PhoneValue({ patient }: { patient: PatientIdentity }) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const say = useProblemSentence();
  const { practiceId } = useMembership();
  const may = useMay();
  // No cache: a number looked at must not stay in memory for the next person.
  const { mutate, data, isPending, error } = useMutation({
    gcTime: 0,
    mutationFn: () => callApi(revealPhone, { params: { practiceId, patientId: patient.id } }),
  });
  if (patient.phoneMasked === null) return t(patient.withoutPhone ? 'value.withoutPhone' : 'value.none');
  if (data?.phone) return <span className="tn">{formats.phone(data.phone)}</span>;
  return (
    <>
      <span className="tn">{patient.phoneMasked}</span>{' '}
      {may('patient.reveal_phone') && (
        <Button
          size="xs"
          look="ghost"
          icon={IconEye}
          busy={isPending}
          aria-label={t('contact.revealPhone')}
          onClick={() => mutate()}
        >
          {t('contact.reveal')}
        </Button>
      )}
      {error && (
        <span className="hint" role="alert">
          {say(error).sentence}
        </span>
      )}
    </>
  );
}

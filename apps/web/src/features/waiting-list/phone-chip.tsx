import { revealPhone } from '@pupitre/shared/patients/patient.contract';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay, useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';

interface PhoneChipProps {
  patientId: string;
  masked: string | null;
  /** Takes the focus as somebody is called. */
  revealRef?: Ref<HTMLButtonElement>;
}

/** The end of the number; the whole of it on purpose, which the access journal keeps. */
export function PhoneChip({ patientId, masked, revealRef }: PhoneChipProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const may = useMay();
  const say = useProblemSentence();
  const { practiceId } = useMembership();
  // No cache: a number looked at must not stay in memory for the next person.
  const { data, mutate, isPending } = useMutation({
    gcTime: 0,
    mutationFn: () => callApi(revealPhone, { params: { practiceId, patientId } }),
    onError: (error) => showToast({ text: say(error).sentence }),
  });
  if (!masked) {
    return (
      <Chip tone="line" icon={IconPhoneOff}>
        {t('phone.none')}
      </Chip>
    );
  }
  return (
    <span className="chip line" aria-live="polite">
      <Icon of={IconPhone} size={14} />
      <span className="tn">{data?.phone ? formats.phone(data.phone) : masked}</span>
      {may('patient.reveal_phone') && !data?.phone && (
        <button
          type="button"
          className="link wl-reveal"
          ref={revealRef}
          aria-label={t('phone.revealLabel')}
          aria-busy={isPending}
          onClick={() => mutate()}
        >
          {t('phone.reveal')}
        </button>
      )}
    </span>
  );
}

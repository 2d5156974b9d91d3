import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { type insStatuses, revealPhone } from '@pupitre/shared/patients/patient.contract';
import type { AppointmentCard, readAppointment } from '@pupitre/shared/planning/appointment.contract';
import { IconPhone, IconPhoneOff, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMay } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';
import type { PatientInHand } from './booking-draft';
import { useDayScreen } from './day-screen-context';

type Read = ResponseOf<typeof readAppointment>;
type InsStatus = (typeof insStatuses)[number];

/** « KAYA Deniz », « 41 ans · né le 17/09/1984 · Lille ». */
export function PatientLines({ patient, city }: { patient: PatientInHand; city: string }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { clock } = useDayScreen();
  const { usedName, birthName, firstName, sex, birthDate } = patient;
  const facts = [
    usedName && birthName !== usedName && t('visit.birthName', { name: birthName }),
    formats.age(birthDate, clock.today),
    t(`visit.born.${sex}`, { date: formats.dateShort(birthDate) }),
    city,
  ];
  return (
    <>
      <h2>
        <span className="nom">{usedName || birthName}</span> {firstName}
      </h2>
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
}

/** Who it is, how sure the identity is, and how to reach her. */
export function VisitHead({ visit, read }: { visit: AppointmentCard; read: Read | undefined }) {
  const { t } = useTranslation('planning');
  const isKnown = (status: string): status is InsStatus =>
    ['provisional', 'retrieved', 'validated', 'qualified'].includes(status);
  return (
    <div className="visit-id">
      <PatientLines patient={visit.patient} city={read?.city ?? ''} />
      {read && (
        <p className="row visit-chips">
          {isKnown(read.insStatus) && (
            <Chip
              tone={read.insStatus === 'qualified' ? 'ok' : 'plain'}
              icon={read.insStatus === 'qualified' ? IconShieldCheck : undefined}
            >
              {t(`ins.${read.insStatus}`)}
            </Chip>
          )}
          <Phone key={visit.patient.id} patientId={visit.patient.id} masked={read.phoneMasked} />
          {visit.walkIn && <Chip>{t('visit.walkIn')}</Chip>}
        </p>
      )}
    </div>
  );
}

/** The end of the number; the whole of it on purpose, which the access journal keeps. */
function Phone({ patientId, masked }: { patientId: string; masked: string | null }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const may = useMay();
  const say = useProblemSentence();
  const { practiceId } = useDayScreen();
  const { data, mutate, isPending } = useMutation({
    mutationFn: () => callApi(revealPhone, { params: { practiceId, patientId } }),
    onError: (error) => showToast({ text: say(error).sentence }),
    gcTime: 0,
  });
  if (!masked) {
    return (
      <Chip tone="line" icon={IconPhoneOff}>
        {t('visit.noPhone')}
      </Chip>
    );
  }
  const isWhole = Boolean(data?.phone);
  return (
    <span className="chip line">
      <Icon of={IconPhone} size={14} />
      <span className="tn">{data?.phone ? formats.phone(data.phone) : masked}</span>
      {may('patient.reveal_phone') && !isWhole && (
        <button
          type="button"
          className="link reveal"
          aria-label={t('visit.revealLabel')}
          aria-busy={isPending}
          onClick={() => mutate()}
        >
          {t('visit.reveal')}
        </button>
      )}
    </span>
  );
}

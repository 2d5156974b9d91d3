import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import { changeDraft, type PatientInHand, useBookingDraft } from './booking-draft';
import { useDayScreen } from './day-screen-context';
import { PatientLines } from './visit-head';

/** The patient in hand in large, so that nobody is booked for another; else the field to find her. */
export function BookingPatient({ onPicked }: { onPicked: () => void }) {
  const { t } = useTranslation('planning');
  const { practiceId, setup, renderPatientPicker } = useDayScreen();
  const { patient, entry, agendaId, place } = useBookingDraft(practiceId);
  const onPick = (picked: PatientInHand) => {
    const usual = setup.practitioners.find(({ id }) => id === picked.usualPractitionerId)?.resourceId;
    // A place or a column already chosen says more than a habit.
    changeDraft(practiceId, {
      patient: picked,
      agendaId: agendaId ?? (place ? null : (usual ?? null)),
      entry: 'slots',
    });
    onPicked();
  };
  if (!patient) {
    return <div className="sect">{renderPatientPicker({ autoFocus: entry === 'patient', onPick })}</div>;
  }
  return (
    <div className="visit-id booking-patient">
      <div>
        <PatientLines patient={patient} city={patient.city ?? ''} />
      </div>
      <IconButton
        icon={IconX}
        label={t('booking.change')}
        look="ghost"
        size="sm"
        onClick={() => changeDraft(practiceId, { patient: null, entry: 'patient' })}
      />
    </div>
  );
}

import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';

export function PatientName({ visit: { patient } }: { visit: AppointmentCard }) {
  return (
    <>
      <b>{patient.usedName || patient.birthName}</b> {patient.firstName}
    </>
  );
}

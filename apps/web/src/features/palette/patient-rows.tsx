import { useTranslation } from 'react-i18next';
import { PatientLine } from '../../ui/patient-line';
import { PaletteOption } from './palette-option';
import type { PaletteState } from './use-palette';

export function PatientRows({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const { reading, rows, patientRowId } = state;
  const patients = rows.filter((row) => row.kind === 'patient');
  if (patients.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox, not of form fields
    <div role="group" aria-label={t('patients')}>
      <p className="pal-h" aria-hidden="true">
        {t('patients')}
      </p>
      {patients.map((row) => (
        <PaletteOption key={row.id} row={row} state={state} className="pl" isHeld={row.id === patientRowId}>
          <PatientLine hit={row.hit} text={reading.words.patientText} today={reading.today} setup={reading.setup} />
        </PaletteOption>
      ))}
    </div>
  );
}

import type { RenderPatientPicker } from '../features/imports/agenda-preview';
import { ImportPart } from '../features/imports/import-part';
import { PatientPicker } from '../features/patients/patient-picker';

const renderPatientPicker: RenderPatientPicker = (props) => <PatientPicker {...props} />;

/** « Données », with the patients' own search for the visits of a calendar that name nobody for certain. */
export const ImportScreen = () => <ImportPart renderPatientPicker={renderPatientPicker} />;

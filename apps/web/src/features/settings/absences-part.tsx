import { AbsencesSection } from './absences-section';
import { useColumnInHand } from './use-column-in-hand';

export const AbsencesPart = () => <AbsencesSection {...useColumnInHand()} />;

import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { BookingWords } from '@pupitre/shared/planning/booking-words';
import type { FreeSlotView } from '@pupitre/shared/planning/free-slots.contract';
import { IconCalendarPlus, IconFolder, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { type FoundAct, findActs, type PaletteAct } from './palette-acts';
import type { PaletteDesk } from './palette-desk';
import { saidWish } from './plan-wish';

export const NEW_PATIENT = 'new-patient';

export interface ActsAsked {
  desk: PaletteDesk;
  text: string;
  words: BookingWords;
  today: string;
  hit: PatientHit | undefined;
  /** The place Enter would book now. */
  slot: FreeSlotView | undefined;
  onBook: (slot: FreeSlotView) => void;
}

/** What can be done with the patient under the cursor, then the pages and acts that answer the text, then a new patient. */
export function usePaletteActs({ desk, text, words, today, hit, slot, onBook }: ActsAsked): FoundAct[] {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const { onOpenFile, onNewPatient } = desk;
  const { patientText } = words;
  const own: PaletteAct[] = [];
  if (slot) {
    const [day, time] = [formats.dateMedium(slot.day), formats.timeOfMinutes(slot.startMin)];
    const label = t('act.book', { day, time });
    own.push({ id: 'book', icon: IconCalendarPlus, label, keys: 'Enter', run: () => onBook(slot) });
  }
  if (hit && onOpenFile) {
    const label = t('act.openFile', { name: formats.nameFull(hit) });
    own.push({ id: 'open-file', icon: IconFolder, label, run: () => onOpenFile(hit.id) });
  }
  if (hit) {
    const name = formats.nameFull(hit);
    const about = { patient: hit, wish: saidWish(words) };
    for (const act of desk.acts.filter(({ takesPatient }) => takesPatient)) {
      const label = t('act.forPatient', { act: act.label, name });
      own.push({ ...act, id: `${act.id}-for`, label, run: (said) => act.run({ ...said, ...about }) });
    }
  }
  const last: PaletteAct[] = [];
  if (onNewPatient) {
    const label = patientText ? t('act.newPatientNamed', { text: patientText }) : t('act.newPatient');
    const run = () => onNewPatient(patientText);
    last.push({ id: NEW_PATIENT, icon: IconUserPlus, label, keys: 'Ctrl+Enter', run });
  }
  const asFound = (act: PaletteAct): FoundAct => ({ act, month: undefined });
  return [...own.map(asFound), ...findActs(desk.acts, text, today), ...last.map(asFound)];
}

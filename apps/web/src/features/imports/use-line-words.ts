import type { ImportLine } from '@pupitre/shared/import/import.contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { type GroupedReason, groupReasons } from './group-reasons';

/** Fields of a patient by the names her file uses; those a column can become have the same words. */
const fieldWords = [
  'birthName',
  'usedName',
  'firstName',
  'firstNames',
  'sex',
  'birthDate',
  'birthPlaceCode',
  'phone',
  'email',
  'street',
  'postalCode',
  'communeCode',
  'headsUp',
  'teamNote',
  'usualPractitionerId',
  'referringDoctor',
  'longTermIllness',
  'complementaryName',
] as const;

/** Why a line became what it is: « déjà au dossier, complète : mobile », « jour et mois inversés ? MERCIER Denis, 04/07/1957 ». */
export function useLineWords(): (line: ImportLine) => string {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  return useCallback(
    ({ reasons, twin, person }) => {
      const nameOf = (field: string) => {
        const known = fieldWords.find((name) => name === field);
        return known ? t(`patientField.${known}`) : t('patientField.other');
      };
      // Only what tells the two apart: a name or a date that is the same says nothing.
      const isSameDay = twin?.birthDate === person?.birthDate;
      const isSameName = twin && person && formats.nameFull(twin) === formats.nameFull(person);
      const twinName = twin
        ? [!isSameName && formats.nameFull(twin), (!isSameDay || isSameName) && formats.dateShort(twin.birthDate)]
            .filter(Boolean)
            .join(', ')
        : '';
      const sentence = ({ code, fields, value = '', line = 0, age = 0 }: GroupedReason) =>
        t(`reason.${code}`, {
          value,
          line: formats.integer(line),
          age: formats.integer(age),
          twin: twinName,
          fields: fields.map(nameOf).join(', '),
        }).trim();
      return groupReasons(reasons).map(sentence).join(', ');
    },
    [t, formats],
  );
}

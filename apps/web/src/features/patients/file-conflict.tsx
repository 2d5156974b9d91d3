import { useTranslation } from 'react-i18next';
import { ConflictView } from '../../ui/conflict-view';
import type { FileClash } from './use-file-edit';
import { useValueWords } from './use-value-words';

/** Values of the file that a colleague changed while they were being changed here. */
export function FileConflict({ clash }: { clash: FileClash }) {
  const { t } = useTranslation('patients');
  const words = useValueWords();
  const { conflicts, choices, choose } = clash;
  return (
    <ConflictView
      kind="patient"
      subjectId={clash.patientId}
      version={clash.version}
      fields={conflicts.map(({ field, before, theirs, mine }) => ({
        field,
        label: labelOf(field),
        before: words(field, before),
        theirs: words(field, theirs),
        mine: words(field, mine),
        choice: choices[field] ?? 'mine',
      }))}
      onChoose={(field, side) =>
        choose(
          conflicts.filter((one) => one.field === field).map((one) => one.field),
          side,
        )
      }
      onChooseAll={(side) =>
        choose(
          conflicts.map(({ field }) => field),
          side,
        )
      }
    />
  );

  function labelOf(field: FileClash['conflicts'][number]['field']): string {
    const flags = ['withoutPhone', 'referringDoctor', 'longTermIllness'] as const;
    const flag = flags.find((one) => one === field);
    return flag ? t(`flag.${flag}`) : t(`field.${field as Exclude<typeof field, typeof flag>}` as 'field.birthName');
  }
}

import { useTranslation } from 'react-i18next';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';
import type { DraftField, FileDraft } from './file-draft';

/** How a value of the file is said: a name for an id, a word for a code. */
export function useValueWords(): (field: DraftField, value: FileDraft[DraftField]) => string {
  const { t } = useTranslation('patients');
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId, useMay()('agenda.read'));
  return (field, value) => {
    if (value === null || value === '') return t('value.none');
    if (field === 'referringDoctor') return t(value ? 'value.declared' : 'value.notDeclared');
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
    if (typeof value === 'object') return value.name;
    if (field === 'sex') return t(`sex.${value as FileDraft['sex']}`);
    if (field === 'thirdParty') return t(`thirdParty.${value as FileDraft['thirdParty']}`);
    if (field === 'usualPractitionerId') {
      const held = setup?.practitioners.find(({ id }) => id === value);
      return setup?.resources.find(({ id }) => id === held?.resourceId)?.name ?? t('value.none');
    }
    return value;
  };
}

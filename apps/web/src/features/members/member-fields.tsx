import { roles } from '@pupitre/shared/access/roles';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
import { CheckList } from '../../ui/check-list';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import type { MemberFault, TypedMember } from './member-draft';

interface MemberFieldsProps {
  typed: TypedMember;
  faults: ReadonlySet<MemberFault>;
  /** She has an account: her name and her address are hers. */
  isKnown: boolean;
  disabled: boolean;
  onType: (part: Partial<TypedMember>) => void;
}

export function MemberFields({ typed, faults, isKnown, disabled, onType }: MemberFieldsProps) {
  const { t } = useTranslation(['members', 'session']);
  const { practiceId } = useMembership();
  const setup = usePracticeSetup(practiceId);
  const faultOf = (field: MemberFault) => (faults.has(field) ? t(`fault.${field}`) : undefined);
  const field = (name: 'displayName' | 'email' | 'endsOn') => ({
    value: typed[name],
    autoComplete: 'off',
    onChange: (event: ChangeEvent<HTMLInputElement>) => onType({ [name]: event.currentTarget.value }),
    fault: faultOf(name),
  });
  const columns = setup?.resources ?? [];
  const practitioners = columns.filter(({ kind }) => kind === 'practitioner');
  return (
    <>
      <TextInput
        label={t('name')}
        placeholder={t('nameHint')}
        maxLength={80}
        disabled={isKnown}
        ref={isKnown ? undefined : focusAtMount}
        {...field('displayName')}
      />
      <TextInput label={t('email')} type="email" maxLength={200} disabled={isKnown} {...field('email')} />
      <CheckList
        legend={t('roles')}
        choices={roles.map((value) => ({ value, label: t(`session:role.${value}`) }))}
        chosen={typed.roles}
        fault={faultOf('roles')}
        disabled={disabled}
        onChoose={(held) => onType({ roles: held })}
      />
      {typed.roles.includes('practitioner') && (
        <ChoiceInput
          label={t('practitioner')}
          choices={[
            { value: '', label: t('noPractitioner') },
            ...practitioners.map(({ practitionerId, name }) => ({ value: practitionerId, label: name })),
          ]}
          value={typed.practitionerId}
          disabled={disabled}
          onPick={(practitionerId) => onType({ practitionerId })}
          fault={faultOf('practitioner')}
        />
      )}
      {typed.roles.includes('remote_secretary') && (
        <CheckList
          legend={t('columns')}
          choices={columns.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={typed.lentResourceIds.length === 0 ? columns.map(({ id }) => id) : typed.lentResourceIds}
          fault={undefined}
          disabled={disabled}
          // None stands for all: those that come later too.
          onChoose={(lent) => onType({ lentResourceIds: lent.length === columns.length ? [] : lent })}
        />
      )}
      <TextInput label={t('endsOn')} help={t('endsOnHelp')} disabled={disabled} {...field('endsOn')} />
    </>
  );
}

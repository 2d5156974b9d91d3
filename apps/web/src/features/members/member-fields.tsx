import { type Role, roles } from '@pupitre/shared/access/roles';
import { type ChangeEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
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
  const practitioners = setup?.resources.filter(({ kind }) => kind === 'practitioner') ?? [];
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
      <RoleChecks
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
        <fieldset className="field set-checks" disabled={disabled}>
          <legend>{t('columns')}</legend>
          {setup?.resources.map(({ id, name }) => (
            <label className="set-check" key={id}>
              <input
                type="checkbox"
                checked={typed.lentResourceIds.length === 0 || typed.lentResourceIds.includes(id)}
                onChange={() => onType({ lentResourceIds: toggled(typed.lentResourceIds, id, setup.resources) })}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <TextInput label={t('endsOn')} help={t('endsOnHelp')} disabled={disabled} {...field('endsOn')} />
    </>
  );
}

/** None stands for all: unticking one of all leaves the others. */
function toggled(lent: readonly string[], id: string, all: readonly { id: string }[]): string[] {
  const held = lent.length === 0 ? all.map((column) => column.id) : lent;
  const next = held.includes(id) ? held.filter((other) => other !== id) : [...held, id];
  return next.length === all.length ? [] : next;
}

interface RoleChecksProps {
  chosen: readonly Role[];
  fault: string | undefined;
  disabled: boolean;
  onChoose: (roles: Role[]) => void;
}

function RoleChecks({ chosen, fault, disabled, onChoose }: RoleChecksProps) {
  const { t } = useTranslation(['members', 'session']);
  const id = useId();
  const toggle = (role: Role) =>
    onChoose(chosen.includes(role) ? chosen.filter((other) => other !== role) : [...chosen, role]);
  return (
    <fieldset className="field set-checks" aria-describedby={fault ? id : undefined} disabled={disabled}>
      <legend>{t('roles')}</legend>
      {roles.map((role) => (
        <label className="set-check" key={role}>
          <input type="checkbox" checked={chosen.includes(role)} onChange={() => toggle(role)} />
          {t(`session:role.${role}`)}
        </label>
      ))}
      {fault && (
        <p className="fault" id={id}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}

import { poolKinds } from '@pupitre/shared/practices/pool.contract';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { Button, IconButton } from '../../ui/button';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { newMember, type PoolReading, shifted, type TypedMember, type TypedPool } from './pool-draft';
import { SettingsForm, typedField } from './settings-form';

const nameLength = 60;
const shortNameLength = 14;

interface PoolFieldsProps {
  formId: string;
  typed: TypedPool;
  reading: PoolReading;
  isTried: boolean;
  isNameTaken: boolean;
  onType: (part: Partial<TypedPool>) => void;
  onSubmit: () => void;
}

export function PoolFields({ formId, typed, reading, isTried, isNameTaken, onType, onSubmit }: PoolFieldsProps) {
  const { t } = useTranslation('pools');
  const { members } = typed;
  const nameFault = isTried && reading.isNameMissing ? t('fault.name') : undefined;
  const change = (at: number, part: Partial<TypedMember>) =>
    onType({ members: members.map((member, n) => (n === at ? { ...member, ...part } : member)) });
  const add = () => onType({ members: [...members, newMember(crypto.randomUUID(), members.at(-1)?.kind ?? 'room')] });
  return (
    <SettingsForm id={formId} onSubmit={onSubmit}>
      <TextInput
        ref={focusAtMount}
        label={t('name')}
        help={t('nameHelp')}
        maxLength={nameLength}
        {...typedField(typed, onType, 'name')}
        fault={isNameTaken ? t('fault.nameTaken') : nameFault}
      />
      <fieldset className="field motif-part">
        <legend>{t('members')}</legend>
        <p className="hint">{t('membersHelp')}</p>
        {members.map((member, at) => (
          <MemberFields
            key={member.key}
            member={member}
            isFaulty={isTried && reading.faultyMembers.has(member.key)}
            onType={(part) => change(at, part)}
            onUp={at > 0 ? () => onType({ members: shifted(members, at, -1) }) : undefined}
            onDown={at < members.length - 1 ? () => onType({ members: shifted(members, at, 1) }) : undefined}
            onDrop={member.id === null ? () => onType({ members: members.filter((_, n) => n !== at) }) : undefined}
          />
        ))}
        {isTried && reading.noMember && <p className="fault">{t('fault.noMember')}</p>}
        <Button size="sm" icon={IconPlus} onClick={add}>
          {t('addMember')}
        </Button>
      </fieldset>
    </SettingsForm>
  );
}

interface MemberFieldsProps {
  member: TypedMember;
  isFaulty: boolean;
  onType: (part: Partial<TypedMember>) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  /** Of one not saved yet: the others are retired, their visits keep their name. */
  onDrop: (() => void) | undefined;
}

function MemberFields({ member, isFaulty, onType, onUp, onDown, onDrop }: MemberFieldsProps) {
  const { t } = useTranslation('pools');
  const name = member.name || t('unnamed');
  return (
    <div className="pool-member">
      <div className="set-pair">
        <TextInput
          label={t('memberName')}
          maxLength={nameLength}
          {...typedField(member, onType, 'name')}
          fault={isFaulty ? t('fault.memberName') : undefined}
        />
        <TextInput
          label={t('shortName')}
          maxLength={shortNameLength}
          placeholder={member.name.slice(0, shortNameLength)}
          {...typedField(member, onType, 'shortName')}
        />
      </div>
      <ChoiceInput
        label={t('kind')}
        choices={poolKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={member.kind}
        onPick={(kind) => onType({ kind })}
      />
      <div className="row">
        <label className="set-check">
          <input type="checkbox" checked={member.active} onChange={() => onType({ active: !member.active })} />
          {t('inUse')}
        </label>
        <span className="sp" />
        <IconButton
          icon={IconArrowUp}
          label={t('up', { name })}
          look="ghost"
          size="sm"
          disabled={!onUp}
          onClick={onUp}
        />
        <IconButton
          icon={IconArrowDown}
          label={t('down', { name })}
          look="ghost"
          size="sm"
          disabled={!onDown}
          onClick={onDown}
        />
        {onDrop && <IconButton icon={IconX} label={t('drop', { name })} look="ghost" size="sm" onClick={onDrop} />}
      </div>
    </div>
  );
}

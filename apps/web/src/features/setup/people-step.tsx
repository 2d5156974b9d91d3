import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useSession } from '../../lib/session';
import { Button, IconButton } from '../../ui/button';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { useSetup } from './setup-context';
import { newMember, type SeatName, seats, shownName, type TypedMember } from './setup-draft';

const seatNames = Object.keys(seats) as SeatName[];
const most = 30;

/** Herself first, then the practitioners already typed, then whoever else signs in. */
export function PeopleStep() {
  const { t } = useTranslation('setup');
  const { typed, change } = useSetup();
  const [added, setAdded] = useState('');
  const add = () => {
    const next = newMember();
    setAdded(next.key);
    change((before) => ({ ...before, members: [...before.members, next] }));
  };
  return (
    <div className="su-fields">
      <Herself />
      <Practitioners />
      <fieldset className="su-card">
        <legend className="sr">{t('people.others')}</legend>
        <div className="su-card-head" aria-hidden="true">
          {t('people.others')}
        </div>
        {typed.members.map((member, index) => (
          <MemberRow key={member.key} member={member} number={index + 1} takesFocus={member.key === added} />
        ))}
        <div>
          <Button size="sm" icon={IconPlus} onClick={add} disabled={typed.members.length >= most}>
            {t('people.add')}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}

function Herself() {
  const { t } = useTranslation('setup');
  const { typed, change } = useSetup();
  const { account } = useSession();
  return (
    <fieldset className="su-card">
      <legend className="sr">{t('people.you')}</legend>
      <div className="su-card-head" aria-hidden="true">
        {t('people.you')}
      </div>
      <p>{t('people.youLead', { name: account.displayName })}</p>
      <label className="su-check">
        <input
          type="checkbox"
          checked={typed.atTheDesk}
          onChange={() => change((before) => ({ ...before, atTheDesk: !before.atTheDesk }))}
        />
        {t('people.atTheDesk')}
      </label>
      <ChoiceInput
        label={t('people.ownSeat')}
        help={t('people.ownSeatHelp')}
        choices={[
          { value: '', label: t('people.nobody') },
          ...typed.practitioners.map((each) => ({ value: each.key, label: shownName(each) })),
        ]}
        value={typed.ownSeat}
        onPick={(ownSeat) => change((before) => ({ ...before, ownSeat }))}
      />
    </fieldset>
  );
}

function Practitioners() {
  const { t } = useTranslation('setup');
  const { typed, change, faultAt } = useSetup();
  const others = typed.practitioners.filter(({ key }) => key !== typed.ownSeat);
  if (others.length === 0) return null;
  const setEmail = (key: string, email: string) =>
    change((before) => ({
      ...before,
      practitioners: before.practitioners.map((each) => (each.key === key ? { ...each, email } : each)),
    }));
  return (
    <fieldset className="su-card">
      <legend className="sr">{t('people.practitioners')}</legend>
      <div className="su-card-head" aria-hidden="true">
        {t('people.practitioners')}
      </div>
      <p>{t('people.practitionersLead')}</p>
      {others.map((each) => (
        <TextInput
          key={each.key}
          label={t('people.emailOf', { name: shownName(each) })}
          type="email"
          autoComplete="off"
          maxLength={200}
          value={each.email}
          onChange={(event) => setEmail(each.key, event.currentTarget.value)}
          fault={faultAt(`practitioners.${each.key}.email`)}
        />
      ))}
    </fieldset>
  );
}

interface MemberRowProps {
  member: TypedMember;
  number: number;
  takesFocus: boolean;
}

function MemberRow({ member, number, takesFocus }: MemberRowProps) {
  const { t } = useTranslation('setup');
  const { change, faultAt } = useSetup();
  const { key } = member;
  const set = (part: Partial<TypedMember>) =>
    change((before) => ({
      ...before,
      members: before.members.map((each) => (each.key === key ? { ...each, ...part } : each)),
    }));
  return (
    <div className="su-member">
      <TextInput
        label={t('people.name')}
        placeholder={t('people.nameHint')}
        autoComplete="off"
        maxLength={80}
        ref={takesFocus ? focusAtMount : undefined}
        value={member.displayName}
        onChange={(event) => set({ displayName: event.currentTarget.value })}
        fault={faultAt(`members.${key}.displayName`)}
      />
      <TextInput
        label={t('people.email')}
        type="email"
        autoComplete="off"
        maxLength={200}
        value={member.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        fault={faultAt(`members.${key}.email`)}
      />
      <ChoiceInput
        label={t('people.seat')}
        choices={seatNames.map((seat) => ({ value: seat, label: t(`seat.${seat}`) }))}
        value={member.seat}
        onPick={(seat) => set({ seat })}
      />
      <IconButton
        icon={IconTrash}
        look="ghost"
        label={t('people.remove', { number })}
        onClick={() => change((before) => ({ ...before, members: before.members.filter((each) => each.key !== key) }))}
      />
    </div>
  );
}

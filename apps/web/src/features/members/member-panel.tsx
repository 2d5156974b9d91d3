import {
  addMember,
  changeMember,
  endMember,
  type InvitationLink,
  type MemberView,
  renewMemberLink,
} from '@pupitre/shared/members/member.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useMembership, useSession } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';
import type { ShownLink } from './link-dialog';
import { type MemberReading, readMember, typedFrom } from './member-draft';
import { MemberExits } from './member-exits';
import { MemberFields } from './member-fields';
import { PasswordAgain } from './password-again';
import { useMemberAct } from './use-member-act';

interface MemberPanelProps {
  /** Undefined: somebody new. */
  member: MemberView | undefined;
  onLink: (link: ShownLink) => void;
  onClose: () => void;
}

export function MemberPanel({ member, onLink, onClose }: MemberPanelProps) {
  const { t } = useTranslation('members');
  const formats = useFormats();
  const { account } = useSession();
  const { practiceId, zone } = useMembership();
  const [typed, setTyped] = useState(() => typedFrom(member, formats.dateShort));
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const reading = readMember(typed, todayIn(zone, serverNow()));
  const isOwn = member?.accountId === account.id;
  const isNew = !member || member.hasEnded;
  const saved = (link: InvitationLink | null, { person }: MemberReading) => {
    if (link) onLink({ displayName: person.displayName, token: link.token });
    else showToast({ text: t(member && !member.hasEnded ? 'saved' : 'added', { name: person.displayName }) });
    onClose();
  };
  const saving = useMemberAct(practiceId, (wanted: MemberReading) => save(practiceId, member, wanted), saved);
  const renewing = useMemberAct(
    practiceId,
    ({ id }: MemberView) => callApi(renewMemberLink, { params: { practiceId, memberId: id } }),
    ({ token }, { displayName }) => onLink({ displayName, token }),
  );
  const ending = useMemberAct(
    practiceId,
    ({ id }: MemberView) => callApi(endMember, { params: { practiceId, memberId: id } }),
    (_, { displayName }) => {
      showToast({ text: t('ended', { name: displayName }) });
      onClose();
    },
  );
  const acts = [saving, renewing, ending];
  const error = acts.find((act) => act.error)?.error;
  const asking = acts.find(({ asksPassword }) => asksPassword);
  const submit = () => {
    setTried(true);
    if (reading.faults.size === 0 && !saving.isPending && !isOwn) saving.run(reading);
  };
  useShortcut({
    id: 'settings.members.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'members:save',
    groupKey: 'settings:title',
    run: submit,
  });
  const title = t(member ? 'edit' : 'new');

  return (
    <Panel
      label={title}
      head={<h2 className="set-panel-title">{title}</h2>}
      onClose={onClose}
      foot={
        !isOwn && (
          <div className="set-foot">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={saving.isPending}>
              {t(member?.hasEnded ? 'reopen' : isNew ? 'invite' : 'save')}
            </Button>
          </div>
        )
      }
    >
      {error && <ErrorState error={error} />}
      {isOwn && <p className="call plain mb-own">{t('own')}</p>}
      <form
        id={formId}
        className="set-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <MemberFields
          typed={typed}
          faults={isTried ? reading.faults : new Set()}
          isKnown={member !== undefined}
          disabled={isOwn}
          onType={(part) => setTyped((before) => ({ ...before, ...part }))}
        />
      </form>
      {member && !isOwn && !member.hasEnded && (
        <MemberExits
          member={member}
          busy={renewing.isPending || ending.isPending}
          onRenew={() => renewing.run(member)}
          onEnd={() => ending.run(member)}
        />
      )}
      {asking && <PasswordAgain onGiven={asking.again} onClose={asking.giveUp} />}
    </Panel>
  );
}

/** Somebody new, or whose access ended, is let in; anybody else is changed. */
async function save(practiceId: string, member: MemberView | undefined, { person, access }: MemberReading) {
  if (!member || member.hasEnded) {
    const { link } = await callApi(addMember, { params: { practiceId }, body: { ...person, ...access } });
    return link;
  }
  await callApi(changeMember, { params: { practiceId, memberId: member.id }, body: access });
  return null;
}

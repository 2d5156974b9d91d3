import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { Button } from '../../ui/button';
import { LinkDialog, type ShownLink } from './link-dialog';
import { MemberPanel } from './member-panel';
import { MemberTable } from './member-table';
import './members.css';
import { membersQuery } from './members.queries';

/** Who works here, what each may do, and the links that let them in. */
export function MembersPart() {
  const { t } = useTranslation(['members', 'settings']);
  const { practiceId } = useMembership();
  const { data: members } = useSuspenseQuery(membersQuery(practiceId));
  const [inHand, setInHand] = useState<string | null>(null);
  const [link, setLink] = useState<ShownLink | null>(null);
  const opener = useRef<Element | null>(null);
  useScreenTitle(t('title'), t('settings:title'));
  const take = (memberId: string) => {
    opener.current = document.activeElement;
    setInHand(memberId);
  };
  const close = () => {
    setInHand(null);
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const member = members.find(({ id }) => id === inHand);

  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('title')}</h1>
        <span className="stats">
          <span>{t('count', { count: members.filter(({ hasEnded }) => !hasEnded).length })}</span>
        </span>
        <span className="sp" />
        <Button size="sm" icon={IconPlus} onClick={() => take('new')}>
          {t('add')}
        </Button>
      </header>
      <section className="scroll" aria-label={t('title')}>
        <MemberTable members={members} inHand={inHand} onTake={take} />
      </section>
      {(inHand === 'new' || member) && <MemberPanel key={inHand} member={member} onLink={setLink} onClose={close} />}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </div>
  );
}

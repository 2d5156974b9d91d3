import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { foundPractice } from '@pupitre/shared/practices/founding.contract';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationAddress } from '../../lib/invitation-address';
import { useScreenTitle } from '../../lib/screen-title';
import { Button } from '../../ui/button';

interface LinksSheetProps {
  links: ResponseOf<typeof foundPractice>['links'];
  practiceName: string;
  onDone: () => void;
}

/** Each person's link, shown once: to copy, or to print and hand over. */
export function LinksSheet({ links, practiceName, onDone }: LinksSheetProps) {
  const { t } = useTranslation('setup');
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState('');
  useScreenTitle(t('links.title'), t('title'));
  useEffect(() => heading.current?.focus(), []);
  const copy = async (token: string) => {
    await navigator.clipboard.writeText(invitationAddress(token));
    setCopied(token);
  };
  return (
    <div className="su-form">
      <div className="su-scroll">
        <div className="su-page">
          <h1 tabIndex={-1} ref={heading}>
            {t('links.done', { name: practiceName })}
          </h1>
          <p className="muted">{t('links.lead', { count: links.length })}</p>
          <ul className="su-links">
            {links.map(({ token, displayName, email }) => (
              <li key={token}>
                <div>
                  <b>{displayName}</b> <span className="muted">{email}</span>
                </div>
                <code>{invitationAddress(token)}</code>
                <Button
                  size="sm"
                  icon={copied === token ? IconCheck : IconCopy}
                  aria-label={t('links.copyOf', { name: displayName })}
                  onClick={() => void copy(token)}
                >
                  {t(copied === token ? 'links.copied' : 'links.copy')}
                </Button>
              </li>
            ))}
          </ul>
          <p className="sr" role="status">
            {copied && t('links.copied')}
          </p>
        </div>
      </div>
      <footer className="su-foot">
        <Button size="xl" icon={IconPrinter} onClick={() => window.print()}>
          {t('links.print')}
        </Button>
        <span className="sp" />
        <Button look="primary" size="xl" onClick={onDone}>
          {t('links.open')}
        </Button>
      </footer>
    </div>
  );
}

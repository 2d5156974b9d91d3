import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { SiteView } from '@pupitre/shared/practices/site.contract';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupQuery } from '../../../lib/practice-setup';
import { useScreenTitle } from '../../../lib/screen-title';
import { useMay, useMembership } from '../../../lib/session';
import { Button, IconButton } from '../../../ui/button';
import { ReadOnlyNote } from '../read-only-note';
import { HomeSites } from './home-sites';
import { zoneCity } from './site-draft';
import { SitePanel } from './site-panel';

/** Where the practice works: addresses, clocks, calendars, and which agenda is at home where. */
export function SitesPart() {
  const { t } = useTranslation(['hours', 'settings']);
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const canEdit = useMay()('hours.edit');
  const [edited, setEdited] = useState<string | null>(null);
  useScreenTitle(t('settings:part.sites'), t('settings:title'));
  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('settings:part.sites')}</h1>
        <span className="stats">
          <span>{t('sites.count', { count: setup.sites.length })}</span>
        </span>
        <span className="sp" />
        {!canEdit && <ReadOnlyNote>{t('settings:hours.readOnly')}</ReadOnlyNote>}
        {canEdit && (
          <Button size="sm" icon={IconPlus} onClick={() => setEdited('new')}>
            {t('sites.add')}
          </Button>
        )}
      </header>
      <div className="scroll">
        <SiteTable setup={setup} onEdit={canEdit ? setEdited : undefined} />
        {setup.sites.length > 1 && <HomeSites setup={setup} canEdit={canEdit} />}
      </div>
      {edited && (
        <SitePanel
          key={edited}
          setup={setup}
          site={setup.sites.find(({ id }) => id === edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function SiteTable({ setup, onEdit }: { setup: PracticeSetup; onEdit: ((siteId: string) => void) | undefined }) {
  const { t } = useTranslation(['hours', 'settings']);
  const own = (site: SiteView) => site.zone ?? setup.practice.zone;
  const calendar = (site: SiteView) => (site.holidayZone ?? setup.practice.holidayZone) as 'FR';
  return (
    <table className="tbl">
      <caption className="sr">{t('settings:part.sites')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sites.name')}</th>
          <th scope="col">{t('sites.address')}</th>
          <th scope="col">{t('sites.zone')}</th>
          <th scope="col">{t('sites.holidays')}</th>
          <th scope="col">
            <span className="sr">{t('sites.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {setup.sites.map((site) => (
          <tr key={site.id}>
            <td>
              <b>{site.name}</b>
            </td>
            <td>
              {site.street}, {site.postalCode} {site.city}
            </td>
            <td>{zoneCity(own(site))}</td>
            <td>{t(`zone.${calendar(site)}`)}</td>
            <td className="num">
              {onEdit && (
                <IconButton
                  icon={IconPencil}
                  size="sm"
                  look="ghost"
                  label={t('sites.editOne', { name: site.name })}
                  onClick={() => onEdit(site.id)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { IconFilter, IconUserPlus } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { PHONE, useMedia } from '../../lib/use-media';
import { Button } from '../../ui/button';
import { useFrame } from '../../ui/frame-context';
import { Icon } from '../../ui/icon';
import { Segmented } from '../../ui/segmented';
import type { Board } from './board';
import { medianOf, waitsOf } from './board';
import { useRoom } from './room-context';
import { type ColumnFamily, columnFamilies, familyOf } from './room-filter';

export interface RoomBarProps {
  /** Of the whole room, whatever is typed in the filter. */
  present: Board['present'];
  text: string;
  onText: (text: string) => void;
  /** Enter or the down arrow: to the first row that answers. */
  onEnter: () => void;
  field: RefObject<HTMLInputElement | null>;
  view: string | undefined;
  onView: (view: string | undefined) => void;
  onWalkIn: (() => void) | undefined;
}

export function RoomBar({ present, view, onView, onWalkIn, ...filter }: RoomBarProps) {
  const { t } = useTranslation('waiting-room');
  const { userMenu } = useFrame();
  const isPhone = useMedia(PHONE);
  return (
    <header className="bar">
      <h1>{t('title')}</h1>
      <Figures present={present} />
      <span className="sp" />
      <FilterField {...filter} />
      <FamilyPick view={view} onView={onView} />
      {onWalkIn && (
        <Button size="sm" icon={IconUserPlus} onClick={onWalkIn}>
          {t('walkIn.open')}
        </Button>
      )}
      {isPhone && userMenu}
    </header>
  );
}

function Figures({ present }: Pick<RoomBarProps, 'present'>) {
  const { t } = useTranslation('waiting-room');
  const { now, alertMinutes } = useRoom();
  const formats = useFormats();
  const median = medianOf(waitsOf(present, now));
  const bold = { b: <b /> };
  return (
    <p className="stats">
      <span>
        <Trans t={t} i18nKey="bar.present" count={present.length} components={bold} />
      </span>
      {median !== null && (
        <span>
          <Trans t={t} i18nKey="bar.median" values={{ span: formats.minutesSpan(median) }} components={bold} />
        </span>
      )}
      <span>
        <Trans t={t} i18nKey="bar.alert" values={{ span: formats.minutesSpan(alertMinutes) }} components={bold} />
      </span>
    </p>
  );
}

function FilterField({ text, onText, onEnter, field }: Pick<RoomBarProps, 'text' | 'onText' | 'onEnter' | 'field'>) {
  const { t } = useTranslation('waiting-room');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onText('');
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <label className="inp wr-filter">
      <Icon of={IconFilter} />
      <span className="sr">{t('filter.label')}</span>
      <input
        ref={field}
        type="text"
        value={text}
        placeholder={t('filter.hint')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

/** Families this practice has; with one alone there is nothing to choose. */
function FamilyPick({ view, onView }: Pick<RoomBarProps, 'view' | 'onView'>) {
  const { t } = useTranslation('waiting-room');
  const { setup } = useRoom();
  const held = new Set(setup.resources.filter(({ active }) => active).map((resource) => familyOf(setup, resource)));
  const families = columnFamilies.filter((family) => held.has(family));
  if (families.length < 2) return null;
  return (
    <Segmented<ColumnFamily | 'all'>
      label={t('family.label')}
      segments={[
        { value: 'all', label: t('family.all') },
        ...families.map((family) => ({ value: family, label: t(`family.${family}`) })),
      ]}
      // While one column is chosen in the strip, none of these is.
      value={(view ?? 'all') as ColumnFamily | 'all'}
      onPick={(picked) => onView(picked === 'all' ? undefined : picked)}
    />
  );
}

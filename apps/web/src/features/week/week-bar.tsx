import { Menu } from '@mantine/core';
import { occupancyOf } from '@pupitre/shared/planning/day-load';
import type { DayLoadView } from '@pupitre/shared/planning/week.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import {
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutColumns,
  IconLayoutGrid,
  IconListDetails,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { offeredMotifs } from '../../lib/offered-motifs';
import { AgendaSpans } from '../../ui/agenda-spans';
import { Button, IconButton } from '../../ui/button';
import { useFrame } from '../../ui/frame-context';
import { Icon } from '../../ui/icon';
import { useWeekWords } from './use-week-words';
import { useWeek } from './week-context';

export interface WeekBarProps {
  readonly isPhone: boolean;
  readonly loads: readonly DayLoadView[];
  readonly shownDays: readonly LocalDay[];
  readonly onTurn: (weeks: 1 | -1 | 0) => void;
  readonly onFindPlace: (() => void) | undefined;
}

/** The week shown, the way to others, whose it is, and the one main button. */
export function WeekBar({ isPhone, loads, shownDays, onTurn, onFindPlace }: WeekBarProps) {
  const { t } = useTranslation('week');
  const words = useWeekWords();
  const { userMenu } = useFrame();
  const { days, clock, search, practiceId } = useWeek();
  const isThisWeek = days.includes(clock.today);
  const isLoads = search.vue === 'charge' && !isPhone;
  return (
    <header className="bar week-bar">
      <h1>{words.title(days)}</h1>
      <span className="week-span">{words.span(shownDays)}</span>
      <span className="row week-nav">
        <IconButton icon={IconChevronLeft} label={t('previous')} keys="PageUp" size="sm" onClick={() => onTurn(-1)} />
        <Button size="sm" onClick={() => onTurn(0)} aria-current={isThisWeek ? 'date' : undefined}>
          {t('thisWeek')}
        </Button>
        <IconButton icon={IconChevronRight} label={t('next')} keys="PageDown" size="sm" onClick={() => onTurn(1)} />
      </span>
      {!isPhone && <AgendaSpans practiceId={practiceId} current="week" day={search.date} agenda={search.agenda} />}
      <AgendaPick isPhone={isPhone} />
      {!isPhone && <MotifPick />}
      <WeekFigures loads={loads} />
      <span className="sp" />
      {!isPhone && !isLoads && <ShownAs />}
      {!isPhone && (
        <IconButton
          icon={IconPrinter}
          label={t('print')}
          keys="Ctrl+P"
          look="ghost"
          size="sm"
          onClick={() => window.print()}
        />
      )}
      {onFindPlace && !isPhone && (
        <Button look="primary" size="sm" icon={IconPlus} keys="F8" onClick={onFindPlace}>
          {t('book')}
        </Button>
      )}
      {isPhone && userMenu}
    </header>
  );
}

/** Whose week: one column, or how full all of them are. A phone shows one. */
function AgendaPick({ isPhone }: Pick<WeekBarProps, 'isPhone'>) {
  const { t } = useTranslation('week');
  const { columns, column, setup, search, go } = useWeek();
  // A motif that the other agenda does not offer would leave its week empty.
  const motifIn = (id: string) =>
    setup.motifs.some((motif) => motif.id === search.motif && motif.resourceIds.includes(id))
      ? search.motif
      : undefined;
  const isLoads = search.vue === 'charge' && !isPhone;
  const shown = isLoads ? t('who.all') : column.shortName;
  return (
    <Menu withinPortal position="bottom-start" returnFocus>
      <Menu.Target>
        <button type="button" className="btn s">
          <span className="sr">{t('agenda')}</span> {shown} <Icon of={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, name }) => (
          <Menu.Item
            key={id}
            aria-current={!isLoads && id === column.id}
            onClick={() => go({ agenda: id, vue: undefined, motif: motifIn(id) }, true)}
          >
            {name}
          </Menu.Item>
        ))}
        {!isPhone && columns.length > 1 && (
          <Menu.Item
            aria-current={isLoads}
            leftSection={<Icon of={IconLayoutGrid} />}
            onClick={() => go({ vue: 'charge' }, true)}
          >
            {t('who.all')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** All motifs or one: of this agenda; of any, where all agendas are shown. */
function MotifPick() {
  const { t } = useTranslation('week');
  const { setup, column, search, go } = useWeek();
  const offered = offeredMotifs(setup, search.vue === 'charge' ? null : column.id);
  const chosen = setup.motifs.find(({ id }) => id === search.motif);
  return (
    <Menu withinPortal position="bottom-start" returnFocus>
      <Menu.Target>
        <button type="button" className="btn s">
          <span className="sr">{t('motif.label')}</span> {chosen?.shortName ?? t('motif.all')}{' '}
          <Icon of={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="week-motifs">
        <Menu.Item aria-current={!chosen} onClick={() => go({ motif: undefined }, true)}>
          {t('motif.all')}
        </Menu.Item>
        {offered.map(({ id, name }) => (
          <Menu.Item key={id} aria-current={id === chosen?.id} onClick={() => go({ motif: id }, true)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Everything or free places alone, as a grid or as tables. */
function ShownAs() {
  const { t } = useTranslation('week');
  const { search, go } = useWeek();
  return (
    <>
      <Button
        size="sm"
        aria-pressed={search.libres === true}
        onClick={() => go({ libres: search.libres ? undefined : true }, true)}
      >
        {t('freeOnly')}
      </Button>
      <IconButton
        icon={search.liste ? IconLayoutColumns : IconListDetails}
        label={t(search.liste ? 'asGrid' : 'asList')}
        look="ghost"
        size="sm"
        aria-pressed={search.liste === true}
        onClick={() => go({ liste: search.liste ? undefined : true }, true)}
      />
    </>
  );
}

/** « 116 RDV  15 trous  82 % » */
function WeekFigures({ loads }: Pick<WeekBarProps, 'loads'>) {
  const { t } = useTranslation('week');
  const words = useWeekWords();
  const occupancy = occupancyOf(loads);
  if (loads.length === 0) return null;
  const [visits, holes] = [
    loads.reduce((sum, load) => sum + load.visits, 0),
    loads.reduce((sum, load) => sum + load.holes, 0),
  ];
  const bold = { b: <b /> };
  return (
    <span className="stats">
      <span>
        <Trans t={t} i18nKey="figures.visits" count={visits} components={bold} />
      </span>
      {holes > 0 && (
        <span>
          <Trans t={t} i18nKey="figures.holes" count={holes} components={bold} />
        </span>
      )}
      {occupancy !== null && (
        <span>
          <Trans t={t} i18nKey="figures.occupancy" values={{ percent: words.percent(occupancy) }} components={bold} />
        </span>
      )}
    </span>
  );
}

import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { comingDays } from './hours/coming-days';
import { ComingRow } from './hours/coming-row';
import { type Removable, RemovalDialog } from './hours/removal-dialog';
import type { Stretch } from './hours/week-layers';
import { PartLink } from './part-link';

const shownFirst = 8;

interface ComingExceptionsProps {
  setup: PracticeSetup;
  column: ResourceView;
  week: readonly Stretch[];
  today: LocalDay;
  zones: { readonly zone: string; readonly holidayZone: string };
  /** Absent: nothing is changed here. */
  onAdd: ((kind: 'exception' | 'locum') => void) | undefined;
  onLocum: (locumId: string) => void;
}

/** The next days that do not follow the week: holidays, absences, exceptions, who stands in. */
export function ComingExceptions({ setup, column, week, today, zones, onAdd, onLocum }: ComingExceptionsProps) {
  const { t } = useTranslation(['settings', 'hours']);
  const may = useMay();
  const [isWhole, setWhole] = useState(false);
  const [removing, setRemoving] = useState<Removable | null>(null);
  const days = comingDays(setup, column, week, today, zones);
  return (
    <section className="exc">
      <header>
        <h2>{t('exceptions.title')}</h2>
        <span className="sp" />
        {may('absence.edit') && (
          <PartLink part="absences" column={column.id} className="btn xs">
            <Icon of={IconPlus} size={14} />
            {t('exceptions.add')}
          </PartLink>
        )}
        {onAdd && (
          <>
            <Button size="xs" icon={IconPlus} onClick={() => onAdd('locum')}>
              {t('hours:locum.add')}
            </Button>
            <Button size="xs" icon={IconPlus} onClick={() => onAdd('exception')}>
              {t('hours:exception.add')}
            </Button>
          </>
        )}
      </header>
      {days.length === 0 && <p className="hint">{t('exceptions.none')}</p>}
      <ul>
        {(isWhole ? days : days.slice(0, shownFirst)).map((coming) => (
          <ComingRow
            key={`${coming.kind} ${coming.day} ${'exception' in coming ? coming.exception.id : 'absence' in coming ? coming.absence.id : ''}`}
            coming={coming}
            zone={zones.zone}
            onRemove={onAdd && setRemoving}
            onLocum={onAdd && onLocum}
          />
        ))}
      </ul>
      {days.length > shownFirst && (
        <Button size="xs" look="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('hours:coming.fewer') : t('hours:coming.all', { count: days.length })}
        </Button>
      )}
      {removing && (
        <RemovalDialog practiceId={setup.practice.id} removed={removing} onClose={() => setRemoving(null)} />
      )}
    </section>
  );
}

import { useCallback, useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { type FreePiece, withoutHeld } from '../../lib/free-pieces';
import { shortPersonName } from '../../lib/person-name';
import { useMembership } from '../../lib/session';
import { heldIn } from '../../lib/use-hold-block';
import { hasOwnCard } from '../../lib/use-meeting-card';
import type { ClosedBlock, FreeBlock, HoldBlock, PlannerCard, PlannerColumn } from '../../planner/types';
import { type ColumnDay, countsOf, loadOf, visitsToReplace } from './column-days';
import type { DayScreen } from './day-screen-context';
import { useMeetingCards } from './use-meeting-cards';
import { useVisitCards } from './use-visit-cards';
import { canMove } from './visit-acts';

export interface PlannerContent {
  readonly columns: readonly PlannerColumn[];
  readonly cards: readonly PlannerCard[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
}

type Shown = Pick<DayScreen, 'setup' | 'day' | 'clock' | 'now' | 'columns' | 'frame' | 'words' | 'onReplace'>;

/** The shown day in the planner's terms. `refusedId` is the visit that just flew back. */
export function usePlannerContent(
  screen: Shown,
  refusedId: string | null,
  holds: readonly HoldBlock[],
): PlannerContent {
  const { setup, day, clock, now, columns, frame, words, onReplace } = screen;
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { permissions } = useMembership();
  const draw = useVisitCards();

  const columnTitle = useCallback(
    ({ resource, locum }: ColumnDay) =>
      locum ? t('column.replaces', { locum: shortPersonName(locum), name: resource.shortName }) : resource.shortName,
    [t],
  );
  const drawn = useMemo(() => {
    const siteOf = ({ siteId }: ColumnDay['resource']) =>
      setup.sites.length > 1 ? setup.sites.find(({ id }) => id === siteId)?.name : undefined;
    const pastMin = day === clock.today ? clock.minute : day < clock.today ? 1440 : 0;
    return columns.map((column): PlannerColumn => {
      const { resource, latenessMinutes } = column;
      return {
        id: resource.id,
        title: columnTitle(column),
        hint: [resource.name, siteOf(resource)].filter(Boolean).join(' · '),
        subtitle: <ColumnCounts column={column} site={siteOf(resource)} />,
        badge: latenessMinutes > 0 ? <LateBadge minutes={latenessMinutes} /> : undefined,
        load: loadOf(column, frame, pastMin),
      };
    });
  }, [columns, frame, day, clock, setup, columnTitle]);

  const cards = useMemo(
    () =>
      columns.flatMap(({ resource, visits, meetings, latenessMinutes }) =>
        visits
          .filter((visit) => hasOwnCard(visit, meetings))
          .map((visit) =>
            draw(visit, {
              latenessMinutes: day === clock.today ? latenessMinutes : 0,
              ...{ setup, now, columnTitle: resource.shortName },
              draggable: canMove(visit, permissions),
              isRefused: visit.id === refusedId,
            }),
          ),
      ),
    [columns, draw, setup, now, permissions, refusedId, day, clock],
  );

  const closed = useMemo(
    () =>
      columns.flatMap(({ resource, visits, closed: spans }) =>
        spans.flatMap(({ startMin, endMin, reason }) => {
          const from = Math.max(startMin, frame.openMin);
          const to = Math.min(endMin, frame.closeMin);
          if (from >= to) return [];
          // What a calendar elsewhere closes is nobody's absence to deal with.
          const isNoted = reason.kind === 'absence' && reason.reason !== 'outside';
          const met = isNoted ? visitsToReplace(visits, { startMin, endMin }).length : 0;
          const act =
            isNoted && met > 0 && onReplace
              ? { label: t('columnMenu.replace', { count: met }), run: () => onReplace(reason.absenceId) }
              : undefined;
          const label = words.closed(reason, day);
          return [{ columnId: resource.id, startMin: from, endMin: to, label, act }];
        }),
      ),
    [columns, frame, words, day, onReplace, t],
  );

  const free = useMemo(
    () =>
      columns.flatMap(({ resource, free: pieces, reserved }) => {
        const block = ({ startMin, endMin }: FreePiece, kind: 'free' | 'reserved'): FreeBlock => {
          const time = formats.timeOfMinutes(startMin);
          const lengthLabel = formats.minutesSpan(endMin - startMin);
          const said = { time, column: resource.shortName, length: lengthLabel };
          const label = kind === 'free' ? time : t('planner.reserved', { time });
          const ariaLabel = kind === 'free' ? t('planner.free', said) : t('planner.reservedSaid', said);
          return { columnId: resource.id, startMin, endMin, label, lengthLabel, ariaLabel, kind };
        };
        const held = heldIn(holds, resource.id);
        return [
          ...withoutHeld(pieces, held).map((piece) => block(piece, 'free')),
          ...withoutHeld(reserved, held).map((piece) => block(piece, 'reserved')),
        ];
      }),
    [columns, holds, t, formats],
  );
  const meetingCards = useMeetingCards(columns);
  const allCards = useMemo(() => [...cards, ...meetingCards], [cards, meetingCards]);
  return { columns: drawn, cards: allCards, closed, free };
}

/** « +15 min »; a narrow column leaves the unit out before it cuts the name. */
function LateBadge({ minutes }: { minutes: number }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const [, amount, unit] = /^(\d+)(\D+)$/.exec(formats.minutesSpan(minutes)) ?? [];
  return (
    <span>
      {t('lateness.badge', { minutes: amount ?? formats.minutesSpan(minutes) })}
      <span className="late-unit">{unit}</span>
    </span>
  );
}

function ColumnCounts({ column, site }: { column: ColumnDay; site: string | undefined }) {
  const { t } = useTranslation('planning');
  const { booked, rajouts } = countsOf(column.visits);
  return (
    <>
      {t('column.visits', { count: booked })}
      {rajouts > 0 && <RajoutCount count={rajouts} />}
      {column.free.length > 0 && (
        <>
          {' · '}
          <b>{t('column.free', { count: column.free.length })}</b>
        </>
      )}
      {site && ` · ${site}`}
    </>
  );
}

/** « · 2 rajouts »; in a narrow column « +2 », lest the free places be cut. */
function RajoutCount({ count }: { count: number }) {
  const { t } = useTranslation('planning');
  const said = t('column.rajouts', { count });
  return (
    <>
      <span className="rajouts-said">{` · ${said}`}</span>
      <abbr className="rajouts-short" title={said}>{` +${count}`}</abbr>
    </>
  );
}

/** « 93 RDV  2 rajouts  15 libres » */
export function DayCounts({ columns }: { columns: readonly ColumnDay[] }) {
  const { t } = useTranslation('planning');
  const { booked, rajouts } = countsOf(columns.flatMap(({ visits }) => visits));
  const free = columns.reduce((sum, column) => sum + column.free.length, 0);
  return (
    <span className="stats">
      <span>
        <Trans t={t} i18nKey="count.visits" count={booked} components={{ b: <b /> }} />
      </span>
      {rajouts > 0 && (
        <span>
          <Trans t={t} i18nKey="count.rajouts" count={rajouts} components={{ b: <b /> }} />
        </span>
      )}
      {free > 0 && (
        <span>
          <Trans t={t} i18nKey="count.free" count={free} components={{ b: <b /> }} />
        </span>
      )}
    </span>
  );
}

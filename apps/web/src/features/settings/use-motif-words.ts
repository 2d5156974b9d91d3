import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import type { TypedMotif } from './motif-draft';

/** How each field of a motif is named, and how its value is told: for the two sides of a conflict. */
export function useMotifWords({ resources, pools }: Pick<PracticeSetup, 'resources' | 'pools'>) {
  const { t } = useTranslation(['settings', 'motif-rules']);
  const labels: Readonly<Record<keyof TypedMotif, string>> = {
    name: t('motifs.name'),
    shortName: t('motifs.shortNameLabel'),
    minutes: t('motifs.minutesLabel'),
    place: t('motifs.place'),
    color: t('motifs.color'),
    resourceIds: t('motifs.columns'),
    usualActs: t('motifs.usualActs'),
    active: t('motifs.offer'),
    durations: t('motif-rules:durations.title'),
    beforeMin: t('motif-rules:booking.before'),
    afterMin: t('motif-rules:booking.after'),
    gridMin: t('motif-rules:booking.grid'),
    channels: t('motif-rules:booking.channels'),
    patients: t('motif-rules:booking.patients'),
    rajouts: t('motif-rules:booking.rajouts'),
    needs: t('motif-rules:needs.title'),
    bring: t('motif-rules:bring'),
    say: t('motif-rules:say'),
  };
  const nameOf = (resourceId: string) => resources.find(({ id }) => id === resourceId)?.shortName ?? '';
  const listed = (parts: readonly string[]) => parts.filter(Boolean).join(', ') || t('motif-rules:none');

  const say = (field: keyof TypedMotif, values: TypedMotif): string => {
    switch (field) {
      case 'place':
        return t(`place.${values.place}`);
      case 'color':
        return t(`color.${values.color}`);
      case 'active':
        return t(values.active ? 'yes' : 'no');
      case 'usualActs':
        return listed(values.usualActs);
      case 'resourceIds':
        return listed(resources.filter(({ id }) => values.resourceIds.includes(id)).map(({ name }) => name));
      case 'durations':
        return listed(
          Object.entries(values.durations)
            .filter(([, minutes]) => minutes !== '')
            .map(([id, minutes]) => t('motif-rules:minutesOf', { name: nameOf(id), minutes })),
        );
      case 'channels':
        return listed(values.channels.map((channel) => t(`motif-rules:channel.${channel}`)));
      case 'patients':
        return t(`motif-rules:patients.${values.patients}`);
      case 'needs':
        return listed(
          values.needs.map(({ poolId, beforeMin: before, afterMin: after }) => {
            const name = pools.find(({ id }) => id === poolId)?.name ?? '';
            return t('motif-rules:needs.one', { name, before, after });
          }),
        );
      default:
        return values[field];
    }
  };
  return { labels, say };
}

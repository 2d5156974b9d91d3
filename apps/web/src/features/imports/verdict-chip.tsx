import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import { IconCircleX, IconHelp, IconLink, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/chip';

export const verdictIcons = {
  create: IconUserPlus,
  match: IconLink,
  doubtful: IconHelp,
  refuse: IconCircleX,
} as const satisfies Record<ImportVerdict, unknown>;
const tones = { create: 'ok', match: 'brand', doubtful: 'warn', refuse: 'danger' } as const;

export function VerdictChip({ verdict }: { verdict: ImportVerdict }) {
  const { t } = useTranslation('imports');
  return (
    <Chip tone={tones[verdict]} icon={verdictIcons[verdict]}>
      {t(`verdict.${verdict}`)}
    </Chip>
  );
}

import { removeLocum } from '@pupitre/shared/practices/locum.contract';
import { removeHolidayOverride, removeOpeningException } from '@pupitre/shared/practices/opening.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../lib/api-client';
import { useFormats } from '../../../lib/formats';
import { rereadSetup } from '../settings.queries';
import { EffectDialog } from './effect-dialog';
import { exceptionEffect, locumEffect, overrideEffect } from './opening.queries';

export type Removable =
  | { readonly kind: 'exception'; readonly id: string; readonly day: LocalDay }
  | { readonly kind: 'locum'; readonly id: string; readonly name: string }
  | { readonly kind: 'override'; readonly day: LocalDay };

interface RemovalDialogProps {
  practiceId: string;
  removed: Removable;
  onClose: () => void;
}

/** Removing opens or closes time too: what it leaves outside is told first. */
export function RemovalDialog({ practiceId, removed, onClose }: RemovalDialogProps) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const client = useQueryClient();
  const exception = useQuery({
    ...exceptionEffect(practiceId, { remove: removed.kind === 'exception' ? removed.id : practiceId }),
    enabled: removed.kind === 'exception',
  });
  const locum = useQuery({
    ...locumEffect(practiceId, { locumId: removed.kind === 'locum' ? removed.id : null, form: null }),
    enabled: removed.kind === 'locum',
  });
  const override = useQuery({
    ...overrideEffect(practiceId, { remove: removed.kind === 'override' ? removed.day : '2026-01-01' }),
    enabled: removed.kind === 'override',
  });
  const change = useMutation({
    mutationFn: () => removal(practiceId, removed),
    onSettled: () => rereadSetup(client, practiceId),
  });
  const what = removed.kind === 'locum' ? removed.name : formats.dateLong(removed.day);
  return (
    <EffectDialog
      title={t(`removal.${removed.kind}`, { what })}
      act={t('removal.act')}
      effect={{ exception, locum, override }[removed.kind]}
      change={change}
      onClose={onClose}
    />
  );
}

function removal(practiceId: string, removed: Removable): Promise<unknown> {
  if (removed.kind === 'exception') {
    return callApi(removeOpeningException, { params: { practiceId, exceptionId: removed.id } });
  }
  if (removed.kind === 'locum') return callApi(removeLocum, { params: { practiceId, locumId: removed.id } });
  return callApi(removeHolidayOverride, { params: { practiceId, day: removed.day } });
}

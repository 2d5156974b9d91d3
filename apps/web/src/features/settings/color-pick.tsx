import { type MotifView, motifColors } from '@pupitre/shared/practices/practice.contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MotifMark } from './motif-mark';

interface ColorPickProps {
  value: MotifView['color'];
  onPick: (color: MotifView['color']) => void;
}

/** The thin line of the motif in the agenda. Each colour has its name: nobody must tell them apart by eye. */
export function ColorPick({ value, onPick }: ColorPickProps) {
  const { t } = useTranslation('settings');
  const name = useId();
  return (
    <fieldset className="field set-colors">
      <legend>{t('motifs.color')}</legend>
      <div>
        {motifColors.map((color) => (
          <label key={color}>
            <input type="radio" name={name} checked={color === value} onChange={() => onPick(color)} />
            <MotifMark color={color} />
            {t(`color.${color}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

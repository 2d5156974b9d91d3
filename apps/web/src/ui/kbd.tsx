import { useTranslation } from 'react-i18next';
import { keyCaption } from '../keyboard/key-spec';

/** Prints a key as the desk knows it: « Suppr » in French, "Del" in English. Shown to the eye only; `aria-keyshortcuts` tells the rest. */
export function Kbd({ keys }: { keys: string }) {
  const { t } = useTranslation('keyboard');
  return (
    <span className="kbd" aria-hidden="true">
      {keyCaption(keys, (name) => t(`names.${name}`))}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session';
import { Kbd } from '../../ui/kbd';

/** The keys, and the words a sentence may hold. */
export function PaletteFoot() {
  const { t } = useTranslation('palette');
  const mayBook = useMay()('appointment.book');
  return (
    <footer className="pf">
      <span>
        <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {t('foot.choose')}
      </span>
      {mayBook && (
        <>
          <span>
            <Kbd keys="ArrowRight" /> {t('foot.slots')}
          </span>
          <span>
            <Kbd keys="1" /> <Kbd keys="2" /> <Kbd keys="3" /> {t('foot.book')}
          </span>
          <span className="sp" />
          <span className="trunc">
            {t('foot.words')} <b>{t('foot.vocabulary')}</b>
          </span>
        </>
      )}
    </footer>
  );
}

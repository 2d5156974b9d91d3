import type { BundleOffer } from '@pupitre/shared/planning/bundle.contract';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import type { BundleInHand } from './use-bundle';

/** Three choices at a time: arrows choose, Ctrl+↵ books. */
export function BundleOffers({ bundle }: { bundle: BundleInHand }) {
  const { t } = useTranslation('series');
  const { offers, offer, choose, more, isAsked } = bundle;
  if (!isAsked) return null;
  return (
    <div className="sect">
      <h3>
        {t('bundle.offers')}
        <span className="sp" />
        {offers && offers.length > 0 && (
          <button type="button" className="more" onClick={more}>
            {t('bundle.more')}
          </button>
        )}
      </h3>
      {!offers && <p className="hint">{t('bundle.searching')}</p>}
      {offers?.length === 0 && <p className="hint">{t('bundle.none')}</p>}
      <fieldset className="sr-offers">
        <legend className="sr">{t('bundle.offers')}</legend>
        {offers?.map((one, at) => (
          <label key={keyOf(one)} className={one === offer ? 'on' : undefined}>
            <input type="radio" name="bundle-offer" checked={one === offer} onChange={() => choose(at)} />
            <OfferWords bundle={bundle} offer={one} />
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function OfferWords({ bundle: { setup, form }, offer: { places } }: { bundle: BundleInHand; offer: BundleOffer }) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const [first] = places;
  if (!first) return null;
  return (
    <span>
      <b>{formats.dateGrid(first.day)}</b>
      {places.map(({ resourceId, startMin, endMin }, at) => {
        const patient = form.steps[at]?.patient;
        return (
          <span key={`${resourceId} ${startMin}`}>
            {t('bundle.line', { time: formats.timeRange(startMin, endMin), column: columnName(setup, resourceId) })}
            {form.kind === 'family' && patient && ` · ${patient.firstName}`}
          </span>
        );
      })}
    </span>
  );
}

const keyOf = ({ places }: BundleOffer) =>
  places.map(({ resourceId, day, startMin }) => `${resourceId} ${day} ${startMin}`).join(' ');

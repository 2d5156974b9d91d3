import { announcementStore } from '../lib/announce';
import { useStore } from '../lib/store';

/** Where assistive tools hear what changed; keyed, so that the same sentence is said twice. */
export function LiveRegion() {
  const said = useStore(announcementStore);
  return (
    <>
      <div className="sr" aria-live="polite">
        {said && !said.urgent && <span key={said.id}>{said.text}</span>}
      </div>
      <div className="sr" aria-live="assertive">
        {said?.urgent && <span key={said.id}>{said.text}</span>}
      </div>
    </>
  );
}

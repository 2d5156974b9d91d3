import { useRef, useState } from 'react';
import { focusAtMount } from '../../lib/focus-at-mount';
import { BESIDE_PANEL } from '../../lib/use-media';

/** The form beside a list: there from the start where it covers nothing, asked for elsewhere. */
export function useFormPanel() {
  const [panel, setPanel] = useState<'shown' | 'asked' | 'closed'>(() =>
    matchMedia(BESIDE_PANEL).matches ? 'shown' : 'closed',
  );
  const wasOpen = useRef(panel !== 'closed');
  return {
    isOpen: panel !== 'closed',
    /** Asked for by hand, the form takes the focus. */
    takesFocus: panel === 'asked',
    open: () => {
      wasOpen.current = true;
      setPanel('asked');
    },
    close: () => setPanel('closed'),
    /** For the button that opens it: it takes the focus back from the form that closed. */
    openerRef: wasOpen.current ? focusAtMount : undefined,
  };
}

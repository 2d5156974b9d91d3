/**
 * As a `ref`: whatever appears because somebody asked for it takes the focus, once. A frame later, because a panel is
 * shown only after its content stands.
 */
export const focusAtMount = (element: HTMLElement | null): void => {
  if (element) requestAnimationFrame(() => element.focus());
};

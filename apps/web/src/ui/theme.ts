import { createTheme } from '@mantine/core';

/** The canard scale around #0B6E75. Our sheets read the tokens; Mantine only needs a scale to exist. */
const canard = [
  '#EFF8F8',
  '#DDF1F1',
  '#BCE2E3',
  '#8CCBCE',
  '#4FA9AE',
  '#238A90',
  '#0B6E75',
  '#08595F',
  '#06484D',
  '#04363A',
] as const;

/** Mantine in the house style. The variables it needs are in mantine.css (see there why not a resolver). */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  colors: { canard },
  primaryColor: 'canard',
  defaultRadius: 4,
  autoContrast: false,
  respectReducedMotion: true,
  components: {
    // An object, not `Menu.extend`: the menu itself is loaded with the menus.
    Menu: {
      // Without the placeholder the first entry has the focus, and the menu holds entries only.
      defaultProps: {
        transitionProps: { duration: 0 },
        position: 'bottom-end',
        offset: 4,
        shadow: 'md',
        withInitialFocusPlaceholder: false,
      },
      classNames: { dropdown: 'pop', item: 'pop-item', label: 'pop-label', divider: 'pop-rule' },
    },
  },
});

import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIsDark } from '../lib/appearance';
import { theme } from './theme';

/** Around whatever draws a Mantine part. Not around the sign-in page, which has none and must not wait for it. */
export function MantineScope({ children }: { children: ReactNode }) {
  const isDark = useIsDark();
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={isDark ? 'dark' : 'light'}
      // Both would write a <style> element, which the security policy refuses; ui/mantine.css holds the variables.
      withCssVariables={false}
      withStaticClasses={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useIsDark } from './lib/appearance';
import { queryClient, router } from './router';
import { LockLayer } from './routes/frame/lock-layer';
import { theme } from './ui/theme';

export function App() {
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
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
          <LockLayer />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}

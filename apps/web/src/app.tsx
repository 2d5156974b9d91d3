import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { queryClient, router } from './router';
import { LockLayer } from './routes/frame/lock-layer';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <RouterProvider router={router} />
        <LockLayer />
      </Suspense>
    </QueryClientProvider>
  );
}

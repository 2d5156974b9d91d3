import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.plugin.ts';

export default defineConfig({
  plugins: [react(), precompress()],
  server: {
    port: 5173,
    strictPort: false,
    proxy: { '/api': { target: process.env.API_URL ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  build: {
    target: 'es2023',
    // No asset as a data: address: the security policy names files of our own origin only.
    assetsInlineLimit: 0,
    // Every supported browser knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page loads is two files, not seventy: smaller packed, and the libraries outlive our releases
            // in the browser's cache. main.tsx stays apart: it awaits, and whoever imports from it would wait with it.
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'start', tags: ['$initial'], test: (id) => !/\/(?:index\.html|main\.tsx)$/.test(id), priority: 1 },
            // Drawings of a hundred bytes, and what most screens share: a request each would cost more than they weigh.
            { name: 'icons', test: /tabler\/icons-react/ },
            { name: 'shared', minShareCount: 12 },
          ],
        },
      },
    },
  },
});

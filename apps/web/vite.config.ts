import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.plugin.ts';

/** The words needed before any screen: one file a language instead of five requests. */
const FRAME_WORDS = /locales\/(fr|en)\/(?:frame|session|errors|status|keyboard)\.json/;

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
    // The preload shim is an inline-free module; browsers of the supported range know modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: (id: string) => `words-${FRAME_WORDS.exec(id)?.[1] ?? 'other'}`, test: FRAME_WORDS }],
        },
      },
    },
  },
});

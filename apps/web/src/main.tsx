import './ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { applyAppearance, keptLocale } from './lib/appearance';
import { startWords } from './lib/i18n';

applyAppearance({});
await startWords(keptLocale());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

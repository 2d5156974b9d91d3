import 'i18next';
import type errors from './locales/fr/errors.json';
import type frame from './locales/fr/frame.json';
import type keyboard from './locales/fr/keyboard.json';
import type session from './locales/fr/session.json';
import type settings from './locales/fr/settings.json';
import type status from './locales/fr/status.json';

// French is the reference: a key it lacks is a type error, a key English lacks fails a test.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: {
      errors: typeof errors;
      frame: typeof frame;
      keyboard: typeof keyboard;
      session: typeof session;
      settings: typeof settings;
      status: typeof status;
    };
  }
}

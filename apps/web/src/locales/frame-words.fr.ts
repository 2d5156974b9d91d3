// Words every screen needs, in one file: five requests fewer before the first screen.
import errors from './fr/errors.json';
import frame from './fr/frame.json';
import keyboard from './fr/keyboard.json';
import session from './fr/session.json';
import status from './fr/status.json';

export default { errors, frame, keyboard, session, status };

// Words every screen needs, in one file: five requests fewer before the first screen.
import errors from './en/errors.json';
import frame from './en/frame.json';
import keyboard from './en/keyboard.json';
import session from './en/session.json';
import status from './en/status.json';

export default { errors, frame, keyboard, session, status };

import type { Messages } from './i18n.ts';

const rooms = import.meta.glob<Messages>('./de/*.ts', { eager: true, import: 'messages' });

/** One catalogue from one file a room. Imported only for those who read German. */
export const messages: Messages = Object.assign({}, ...Object.values(rooms));

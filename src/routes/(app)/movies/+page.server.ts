import { libraryLoad } from '../../library-load.ts';

export const load = libraryLoad('movie');

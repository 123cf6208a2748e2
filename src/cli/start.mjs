import { build, foreground, install, root, runtime, systemPrograms } from './setup.mjs';

install();
systemPrograms({ ffmpeg: 'ffmpeg' });
build();
// Few arenas of malloc: many threads would otherwise hold some ten megabytes for nothing.
const env = { MALLOC_ARENA_MAX: '2', ...process.env, NODE_ENV: 'production' };
process.exit(await foreground(runtime(), [`${root}/server.js`], env));

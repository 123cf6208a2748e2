import { build, foreground, install, root, runtime, systemPrograms } from './setup.mjs';

install();
systemPrograms({ ffmpeg: 'ffmpeg' });
build();
process.exit(await foreground(runtime(), [`${root}/server.js`], { ...process.env, NODE_ENV: 'production' }));

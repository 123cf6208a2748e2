import { serverFlags, serverMemory } from './server-flags.mjs';
import { build, foreground, install, root, runtime, systemPrograms } from './setup.mjs';

install();
systemPrograms({ ffmpeg: 'ffmpeg' });
build();
const env = { ...serverMemory, ...process.env, NODE_ENV: 'production', BIJOU_KEPT: '1' };
const restartWanted = 75;
let code = restartWanted;
while (code === restartWanted) code = await foreground(runtime(), [...serverFlags, `${root}/server.js`], env);
process.exit(code);

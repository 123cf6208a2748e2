// `npm run demo`: works on a fresh checkout, like `npm start`.
import { build, foreground, install, root, runtime, systemPrograms } from './setup.mjs';

install();
systemPrograms({ ffmpeg: 'ffmpeg' });
build();
process.exit(
	await foreground(runtime(), [`${root}/src/cli/demo.ts`], { ...process.env, NODE_ENV: 'production' })
);

// Runs one of our programs under the right Node, on a fresh checkout too: `node src/cli/run.mjs PROGRAM ...`.
import { join } from 'node:path';
import { foreground, install, root, runtime } from './setup.mjs';

const [program, ...args] = process.argv.slice(2);
install();
process.exit(await foreground(runtime(), [join(root, program), ...args]));

// npm run bench [-- NAME]: one JSON line a figure.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Figure {
	bench: string;
	value: number;
	unit: string;
	detail?: string;
}

const wanted = process.argv[2];
const modules = readdirSync(import.meta.dirname)
	.filter((file) => file.endsWith('.ts') && file !== 'run.ts')
	.map((file) => file.replace('.ts', ''));

if (wanted && !modules.includes(wanted)) {
	process.stderr.write(`There is no bench "${wanted}". There are: ${modules.join(', ')}.\n`);
	process.exit(1);
}
for (const name of wanted ? [wanted] : modules) {
	const { run } = (await import(join(import.meta.dirname, `${name}.ts`))) as {
		run(): AsyncIterable<Figure> | Promise<Figure[]>;
	};
	const figures = run();
	for await (const figure of 'then' in figures ? await figures : figures)
		process.stdout.write(`${JSON.stringify(figure)}\n`);
}

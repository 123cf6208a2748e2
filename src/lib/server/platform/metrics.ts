import { monitorEventLoopDelay } from 'node:perf_hooks';

type Labels = Record<string, string | number>;
interface Sample {
	labels?: Labels;
	value: number;
}

export interface Metrics {
	/** Read when somebody asks; a failing reading leaves the others alone. */
	gauge(name: string, help: string, read: () => number | Sample[]): void;
	counter(name: string, help: string): { add(labels?: Labels, by?: number): void };
	histogram(name: string, help: string, bounds: number[]): { observe(labels: Labels, value: number): void };
	/** One answered request, under the route's pattern (never the path, which would be endless). */
	observeRequest(request: { route: string; method: string; status: number; seconds: number }): void;
	/** Prometheus text format 0.0.4. */
	text(): string;
	close(): void;
}

interface Family {
	name: string;
	help: string;
	type: 'gauge' | 'counter' | 'histogram';
	lines(): string[];
}

const escape = (value: string) =>
	value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function line(name: string, labels: Labels, value: number): string {
	const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escape(String(text))}"`);
	return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

interface Sources {
	jobs?: { counts(): Record<string, number> };
	sockets?: { count(): number };
}

export function createMetrics({ jobs, sockets }: Sources = {}): Metrics {
	const families: Family[] = [];
	const add = (family: Family) => {
		if (families.some(({ name }) => name === family.name))
			throw new Error(`metric ${family.name} exists already`);
		families.push(family);
	};

	const gauge: Metrics['gauge'] = (name, help, read) =>
		add({ name, help, type: 'gauge', lines: () => readLines(name, read) });

	const counter: Metrics['counter'] = (name, help) => {
		const values = new Map<string, { labels: Labels; value: number }>();
		add({
			name,
			help,
			type: 'counter',
			lines: () => [...values.values()].map((v) => line(name, v.labels, v.value))
		});
		return {
			add(labels = {}, by = 1) {
				const key = JSON.stringify(labels);
				const entry = values.get(key) ?? { labels, value: 0 };
				entry.value += by;
				values.set(key, entry);
			}
		};
	};

	const histogram: Metrics['histogram'] = (name, help, bounds) => {
		const series = new Map<string, Series>();
		add({
			name,
			help,
			type: 'histogram',
			lines: () => [...series.values()].flatMap((s) => seriesLines(name, bounds, s))
		});
		return {
			observe(labels, value) {
				const key = JSON.stringify(labels);
				const entry = series.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, total: 0 };
				const bucket = bounds.findIndex((bound) => value <= bound);
				if (bucket >= 0) entry.counts[bucket]!++;
				entry.sum += value;
				entry.total++;
				series.set(key, entry);
			}
		};
	};

	const loop = monitorEventLoopDelay({ resolution: 20 });
	loop.enable();
	describeProcess(gauge, loop);
	add({
		name: 'process_cpu_seconds_total',
		help: 'Processor time used',
		type: 'counter',
		lines: () => readLines('process_cpu_seconds_total', cpuSeconds)
	});
	const requests = histogram(
		'bijou_http_request_duration_seconds',
		'Requests answered, by route, method and status',
		[0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
	);

	if (jobs) {
		gauge('bijou_jobs', 'Jobs by state', () =>
			Object.entries(jobs.counts()).map(([state, value]) => ({ labels: { state }, value }))
		);
	}
	if (sockets) gauge('bijou_sockets', 'Open live connections', () => sockets.count());

	return {
		gauge,
		counter,
		histogram,
		observeRequest: ({ seconds, ...labels }) => requests.observe(labels, seconds),
		text: () => families.map(familyText).join(''),
		close: () => void loop.disable()
	};
}

interface Series {
	labels: Labels;
	counts: number[];
	sum: number;
	total: number;
}

function readLines(name: string, read: () => number | Sample[]): string[] {
	let samples: Sample[];
	try {
		const value = read();
		samples = typeof value === 'number' ? [{ value }] : value;
	} catch {
		return [];
	}
	return samples.map(({ labels, value }) => line(name, labels ?? {}, value));
}

function seriesLines(name: string, bounds: number[], { labels, counts, sum, total }: Series): string[] {
	let below = 0;
	const buckets = bounds.map((bound, index) => {
		below += counts[index]!;
		return line(`${name}_bucket`, { ...labels, le: bound }, below);
	});
	return [
		...buckets,
		line(`${name}_bucket`, { ...labels, le: '+Inf' }, total),
		line(`${name}_sum`, labels, sum),
		line(`${name}_count`, labels, total)
	];
}

function familyText({ name, help, type, lines }: Family): string {
	return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines()
		.map((text) => `${text}\n`)
		.join('')}`;
}

function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function describeProcess(gauge: Metrics['gauge'], loop: ReturnType<typeof monitorEventLoopDelay>): void {
	const memory = () => process.memoryUsage();
	gauge('process_resident_memory_bytes', 'Memory held by the process', () => memory().rss);
	gauge('nodejs_heap_used_bytes', 'Memory used by objects', () => memory().heapUsed);
	gauge('process_uptime_seconds', 'Seconds since the start', () => Math.round(process.uptime()));
	gauge('nodejs_eventloop_delay_p99_seconds', 'Event loop delay since the last reading', () => {
		const p99 = loop.percentile(99) / 1e9;
		loop.reset();
		return p99;
	});
}

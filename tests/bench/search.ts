import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createTorznabBridge } from '#server/bridges/torznab/torznab.ts';
import type { SearchEvent } from '#server/indexers/module.ts';
import type { Actor } from '#core/access/permissions.ts';
import { readDefinition } from '#core/definition/read-definition.ts';
import { runStep } from '#core/definition/steps.ts';
import { startManyIndexers } from '../fakes/many-indexers.ts';
import { openIndexers } from '../harness/indexers.ts';
import { percentile } from '../harness/load.ts';
import type { Figure } from './run.ts';

const indexerCount = 50;
const rowsEach = 50;
const slowestMs = 200;
const rounds = 5;

const definition = `---
id: bench
name: Bench
description: A table of a hundred rows
language: en-US
type: public
encoding: UTF-8
links: ["https://bench.test/"]
caps:
  categorymappings: [{id: 1, cat: Movies/HD, desc: Films}]
  modes: {search: [q]}
settings: []
search:
  paths: [{path: list}]
  inputs: {q: "{{ .Keywords }}"}
  rows: {selector: "table > tbody > tr:has(a.dl)"}
  fields:
    title: {selector: td.name a}
    details: {selector: td.name a, attribute: href}
    download: {selector: a.dl, attribute: href}
    category: {selector: td.cat, filters: [{name: regexp, args: "(\\\\d+)"}]}
    size: {selector: td.size}
    seeders: {selector: td.up}
    leechers: {selector: td.down}
    date: {selector: td.when, filters: [{name: dateparse, args: "yyyy-MM-dd HH:mm"}]}
`;

/** All indexers of a house asked at once, each a real server that takes its time. */
export async function* run(): AsyncGenerator<Figure> {
	await using home = await openIndexers();
	await using fakes = await startManyIndexers({ count: indexerCount, rowsEach, slowestMs });
	for (const [n, url] of fakes.urls.entries()) home.add(`Indexer ${n}`, url);
	await home.search({ mode: 'search', q: 'warm' });

	const [firsts, lags, totals]: [number[], number[], number[]] = [[], [], []];
	const delay = monitorEventLoopDelay({ resolution: 2 });
	delay.enable();
	for (let round = 0; round < rounds; round++) {
		const { first, last, total } = await timed(home.indexers.search({ mode: 'search', q: `film ${round}` }));
		firsts.push(first);
		lags.push(last - slowestMs);
		totals.push(total);
	}
	delay.disable();
	const detail = `${indexerCount} indexers with ${rowsEach} releases each, answering in 20 to ${slowestMs} ms`;
	yield {
		bench: 'search/first',
		value: Math.round(percentile(firsts, 0.5)),
		unit: 'ms',
		detail: `${detail}; median of ${rounds}, worst ${Math.round(Math.max(...firsts))}`
	};
	yield {
		bench: 'search/merged-after-slowest',
		value: Math.round(percentile(lags, 0.5)),
		unit: 'ms',
		detail: `${totals[0]} releases; median of ${rounds}, worst ${Math.round(Math.max(...lags))}`
	};
	yield { bench: 'search/loop-delay-p99', value: Math.round(delay.percentile(99) / 1e4) / 100, unit: 'ms' };
	yield { bench: 'search/page-100-rows', value: pageMs(), unit: 'ms', detail: 'HTML, p50 of 30' };

	const torznab = createTorznabBridge({
		indexers: home.indexers,
		accounts: { authenticate: async () => actor }
	});
	const call = () =>
		torznab.answer({
			parameters: new URLSearchParams('t=search&q=film 1&cat=2000&limit=100&apikey=x'),
			origin: 'http://127.0.0.1:3000',
			actor: undefined,
			ip: '127.0.0.1'
		});
	await call();
	const times: number[] = [];
	for (let n = 0; n < 500; n++) {
		const started = performance.now();
		await (await call()).text();
		times.push(performance.now() - started);
	}
	yield {
		bench: 'torznab/cached-p99',
		value: Math.round(percentile(times, 0.99) * 100) / 100,
		unit: 'ms',
		detail: '100 items'
	};
}

const actor: Actor = {
	kind: 'key',
	userId: 'u',
	name: 'bench',
	role: 'admin',
	permissions: new Set(['search.use'])
};

async function timed(events: AsyncIterable<SearchEvent>) {
	const started = performance.now();
	let [first, total] = [0, 0];
	for await (const event of events) {
		if (event.kind === 'releases') first ||= performance.now() - started;
		if (event.kind === 'done') total = event.total;
	}
	return { first, last: performance.now() - started, total };
}

function pageMs(): number {
	const row = (n: number) => `<tr><td class="cat"><img alt="cat 1"></td><td class="cat">cat 1</td>
		<td class="name"><a href="/t/${n}">Some.Film.${n}.2020.1080p.WEB-DL.x264-GRP</a><span>new</span></td>
		<td><a class="dl" href="/dl/${n}.torrent">get</a></td><td class="when">2024-05-${String((n % 28) + 1).padStart(2, '0')} 10:00</td>
		<td class="size">${n}.5 GB</td><td class="up">${n}</td><td class="down">${n % 7}</td></tr>`;
	const body = `<html><body><table><thead><tr><th>x</th></tr></thead><tbody>${Array.from({ length: 100 }, (_, n) => row(n)).join('')}</tbody></table></body></html>`;
	const answer = {
		status: 200,
		contentType: 'text/html; charset=utf-8',
		bytes: Buffer.from(body),
		url: 'https://bench.test/list'
	};
	const read = readDefinition(definition).definition!;
	const query = { mode: 'search', q: '' } as const;
	const base = {
		definition: JSON.stringify(read),
		settings: {},
		baseUrl: 'https://bench.test/',
		now: Date.now()
	};
	const plan = runStep({ ...base, name: 'planSearch', input: { query } });
	if (!plan.ok) throw new Error(plan.message);
	const request = (plan.value as never[])[0]!;
	const times = Array.from({ length: 30 }, () => {
		const started = performance.now();
		const reading = runStep({ ...base, name: 'readAnswer', input: { query, request, answer } as never });
		if (!reading.ok || (reading.value as { releases: unknown[] }).releases.length !== 100)
			throw new Error('the page was not read');
		return performance.now() - started;
	});
	return Math.round(percentile(times, 0.5) * 10) / 10;
}

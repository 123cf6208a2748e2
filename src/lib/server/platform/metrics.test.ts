import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('writes what Prometheus reads', () => {
	const metrics = createMetrics({
		jobs: { counts: () => ({ queued: 2, running: 1 }) },
		sockets: { count: () => 7 }
	});
	metrics.observeRequest({ route: '/api/x', method: 'GET', status: 200, seconds: 0.02 });
	metrics.observeRequest({ route: '/api/x', method: 'GET', status: 200, seconds: 20 });
	metrics.counter('bijou_grabs_total', 'Grabs').add({ indexer: 'a "b"\\\n' });
	metrics.gauge('bijou_broken', 'Cannot be read', () => {
		throw new Error('gone');
	});
	const text = metrics.text();
	metrics.close();
	expect(text).toContain('bijou_jobs{state="queued"} 2\nbijou_jobs{state="running"} 1\n');
	expect(text).toContain('bijou_sockets 7\n');
	expect(text).toContain('bijou_grabs_total{indexer="a \\"b\\"\\\\\\n"} 1');
	const labels = 'route="/api/x",method="GET",status="200"';
	expect(text).toContain(`bijou_http_request_duration_seconds_bucket{${labels},le="0.01"} 0`);
	expect(text).toContain(`bijou_http_request_duration_seconds_bucket{${labels},le="0.025"} 1`);
	expect(text).toContain(`bijou_http_request_duration_seconds_bucket{${labels},le="+Inf"} 2`);
	expect(text).toContain(`bijou_http_request_duration_seconds_sum{${labels}} 20.02`);
	expect(text).toMatch(/process_resident_memory_bytes \d{7,}/);
	expect(text).toMatch(/^nodejs_eventloop_delay_p99_seconds [\d.e-]+$/m);
	for (const line of text.trimEnd().split('\n')) {
		expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{.*\})? [\d.e+-]+)$/);
	}
});

test('a name stands for one thing', () => {
	const metrics = createMetrics();
	expect(() => metrics.counter('process_uptime_seconds', 'again')).toThrow('exists already');
	metrics.close();
});

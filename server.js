// Production entry: starts what `npm run build` made, hands WebSocket upgrades to the app, stops in order.
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';

const stopLimitMs = 9000;
const drainLimitMs = 2000;
// An empty variable is none: compose files write them.
const [host, port] = [process.env.HOST || '0.0.0.0', process.env.PORT || '3000'];
const edge = () => globalThis[Symbol.for('bijou.edge')];

// The app itself bounds bodies route by route, and tells the adapter who really asks. The names are those of
// svelte.config.js: what a person sets is read, and judged, by the app alone.
Object.assign(process.env, {
	BIJOU_KIT_BODY_SIZE_LIMIT: 'Infinity',
	BIJOU_KIT_ADDRESS_HEADER: 'x-bijou-client',
	BIJOU_KIT_PROTOCOL_HEADER: 'x-bijou-proto',
	BIJOU_KIT_HOST_HEADER: 'x-bijou-host'
});
const { ORIGIN: origin } = process.env;
if (URL.canParse(origin) && /^https?:/i.test(origin)) process.env.BIJOU_KIT_ORIGIN = origin;

if (Number.parseInt(process.versions.node) < 24)
	giveUp(`Bijou needs Node 24 and this is ${process.version}. "npm start" brings the right one along.`);

// What starting leaves behind stays for good: room for young objects would grow to 16 MB for these few moments.
const growYoungSpace = (factor) => setFlagsFromString(`--semi-space-growth-factor=${factor}`);
growYoungSpace(1);

let handler;
let underWay = 0;

// Programs that would rather speak HTTP/2 (curl --http2, Java) offer it along with a request that is answered all the same.
const shouldUpgradeCallback = ({ headers }) => headers.upgrade.toLowerCase() === 'websocket';

const server = createServer({ shouldUpgradeCallback }, (request, response) => {
	if (!handler) return refuse(response, 503, 'starting', 'Bijou is starting. Try again in a moment.');
	if (!edge().prepare(request)) return refuse(response, 400, 'invalid', 'The Host header is not valid.');
	underWay++;
	response.on('close', () => underWay--);
	response.on('finish', () => drain(request));
	const onward = () =>
		handler(request, response, () => refuse(response, 404, 'not_found', 'There is nothing here.'));
	const answering = edge().answer?.(request, response);
	if (answering) answering.then((answered) => answered || onward());
	else onward();
});
server.on('upgrade', (request, socket, head) => {
	if (handler) edge().upgrade(request, socket, head);
	else socket.destroy();
});
// Uploads may take hours; headers may not.
server.requestTimeout = 0;
server.keepAliveTimeout = 65_000;

function refuse(response, status, code, message) {
	const wait = status === 503 ? { 'retry-after': '1' } : {};
	response.writeHead(status, { 'content-type': 'application/json', ...wait });
	response.end(JSON.stringify({ error: { code, message } }));
}

/** A body that nobody wanted is let through, or the next request on this connection would wait behind it. */
function drain(request) {
	if (request.complete) return;
	request.removeAllListeners('data').resume();
	setTimeout(() => request.complete || request.destroy(), drainLimitMs).unref();
}

function giveUp(...lines) {
	process.stderr.write(`${lines.join('\n')}\n`);
	process.exit(1);
}

const incomplete = 'The build is not complete. Run: npm run build';

/** What is written for people goes out as it is; anything else is a mistake of ours, and its stack tells where. */
function reasonsOf(error) {
	if (error.faults) return ['Bijou cannot start with this configuration:', ...error.faults];
	if (error.name === 'AppError') return [`Bijou cannot start. ${error.message}`];
	if (error.code === 'ERR_MODULE_NOT_FOUND' && error.url?.includes('/build/')) return [incomplete];
	return [error.stack ?? error];
}

const listenFaults = {
	EADDRINUSE: `Port ${port} is in use. Stop the other program or choose another port with PORT=...`,
	EACCES: `Port ${port} may not be opened by this user. Choose one above 1023 with PORT=...`,
	EADDRNOTAVAIL: `HOST: ${host} is no address of this machine.`,
	ENOTFOUND: `HOST: ${host} is no address of this machine.`
};

// The port is taken before the app starts: a second instance must not touch the same data folder.
const listen = () =>
	new Promise((resolve) => {
		server.once('error', (error) => giveUp(listenFaults[error.code] ?? error.message));
		server.listen(Number(port), host, resolve);
	});

function addresses() {
	const { port: actual } = server.address();
	if (host !== '0.0.0.0' && host !== '::')
		return [`http://${host.includes(':') ? `[${host}]` : host}:${actual}`];
	const others = Object.values(networkInterfaces()).flat();
	const lan = others.find(({ family, internal }) => family === 'IPv4' && !internal);
	return ['localhost', ...(lan ? [lan.address] : [])].map((name) => `http://${name}:${actual}`);
}

let stopping = false;
async function stop() {
	if (stopping) process.exit(1);
	stopping = true;
	setTimeout(
		() => giveUp('Some work did not stop in time and was cut off; it is taken up again at the next start.'),
		stopLimitMs
	).unref();
	server.close();
	server.closeIdleConnections();
	// Answers under way still need the app; films that are being streamed do not keep the house open.
	for (const until = Date.now() + drainLimitMs; underWay > 0 && Date.now() < until;) await sleep(20);
	await edge()?.stop();
	server.closeAllConnections();
	process.exit();
}

// A PORT that is no port at all is left to the app, which names every fault of its configuration at once.
const listening = /^\d{1,5}$/.test(port) && Number(port) < 65_536;
if (listening) await listen();
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
try {
	({ handler } = await import('./build/handler.js'));
} catch (error) {
	giveUp(...reasonsOf(error));
}
if (!edge()) giveUp(incomplete);
growYoungSpace(2);
if (!listening) giveUp(`PORT: ${port} is no port`);
process.stdout.write(`Bijou is ready: ${addresses().join('  ')}\n`);

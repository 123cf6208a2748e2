import type { Definition } from '#core/definition/definition.ts';
import type { DownloadState, DownloadStep } from '#core/definition/download.ts';
import { isMagnet } from '#core/definition/magnet.ts';
import { invalid, upstream } from '#server/platform/errors.ts';
import type { Download } from '../../indexer.ts';
import type { Fetched, SendOptions, Session } from './session.ts';
import type { SignIn } from './sign-in.ts';
import type { DefinitionThread } from './thread.ts';

interface DownloadDeps {
	definition: Definition;
	thread: DefinitionThread;
	session: Session;
	signIn: SignIn;
}

const mostSteps = 30;
const torrentStart = 'd'.charCodeAt(0);

export function createDownload({ definition, thread, session, signIn }: DownloadDeps) {
	return async function download(link: string, signal?: AbortSignal): Promise<Download> {
		if (isMagnet(link)) return { magnet: link };
		if (!URL.canParse(link)) throw invalid(`"${link}" is not an address.`);
		const options: SendOptions = { purpose: 'download', signal };
		await signIn.prepare(options);
		const first = await walk(link, options);
		if (!definition.login || !isPage(first)) return toDownload(first);
		await signIn.again(options);
		return toDownload(await walk(link, options));
	};

	/** Step by step, as the definition leads, to a magnet or an answer that should be the file. */
	async function walk(link: string, options: SendOptions): Promise<{ magnet: string } | Fetched> {
		const state: DownloadState = { link, pages: {}, tried: 0 };
		for (let count = 0; count < mostSteps; count++) {
			const step: DownloadStep = await thread.run('nextDownload', state, options.signal);
			if (step.kind === 'magnet') return { magnet: step.magnet };
			const fetched = await session.send(step.request, options);
			if (fetched.redirect && isMagnet(fetched.redirect)) return { magnet: fetched.redirect };
			if (step.kind === 'fetch') state.pages[step.as] = fetched.answer;
			else if (step.fallback === undefined || isTorrent(fetched)) return fetched;
			else state.tried = step.fallback;
		}
		throw upstream(`The download steps of ${definition.name} lead nowhere.`);
	}

	function toDownload(result: { magnet: string } | Fetched): Download {
		if ('magnet' in result) return result;
		const { answer } = result;
		if (answer.status !== 200)
			throw upstream(`${definition.name} answered the download with status ${answer.status}.`);
		if (isPage(result)) throw upstream(`${definition.name} sent a page instead of a torrent file.`);
		if (!answer.bytes.length) throw upstream(`${definition.name} sent an empty file.`);
		return { bytes: Buffer.from(answer.bytes) };
	}
}

const isTorrent = ({ answer }: Fetched): boolean => answer.bytes[0] === torrentStart;

function isPage(result: { magnet: string } | Fetched): boolean {
	if ('magnet' in result || isTorrent(result)) return false;
	return (
		/text\/html/i.test(result.answer.contentType) &&
		/^\s*</.test(Buffer.from(result.answer.bytes.subarray(0, 200)).toString())
	);
}

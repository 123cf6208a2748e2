import { readSidecar } from '#core/library/sidecar.ts';
import { splitEnding } from '#core/library/file-kinds.ts';

/** The name that a subtitle takes beside its film: what it says of itself stays, the rest is the film's. */
export function sidecarName(
	video: { was: string; is: string },
	sidecar: string,
	isTaken: (name: string) => boolean
): string {
	const [was, is] = [splitEnding(video.was).stem, splitEnding(video.is).stem];
	const { ending } = splitEnding(sidecar);
	const bears = sidecar.toLowerCase().startsWith(was.toLowerCase());
	const own = bears ? sidecar.slice(was.length) : `${wordsOf(sidecar)}.${ending}`;
	const first = `${is}${own}`;
	if (!isTaken(first)) return first;
	const stem = first.slice(0, first.length - ending.length - 1);
	return (
		Array.from({ length: 30 }, (_, at) => `${stem}.${at + 2}.${ending}`).find((name) => !isTaken(name)) ??
		first
	);
}

function wordsOf(sidecar: string): string {
	const read = readSidecar(sidecar, '');
	const words = [read?.language, read?.isForced && 'forced', read?.isHearingImpaired && 'sdh'];
	return words
		.filter(Boolean)
		.map((word) => `.${word as string}`)
		.join('');
}

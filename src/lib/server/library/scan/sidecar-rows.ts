import type { SidecarName } from '#core/library/sidecar.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { filesIn } from './file-rows.ts';

/** Puts down what lies beside a file; what other folders hold for it stays. */
export function writeSidecars(
	db: Db,
	fileId: number,
	folder: string,
	sidecars: readonly SidecarName[],
	isNew: boolean
): void {
	if (!isNew) forgetBeside(db, fileId, folder);
	for (const sidecar of sidecars) insert(db, fileId, sidecar);
}

function forgetBeside(db: Db, fileId: number, folder: string): void {
	prepared(
		db,
		`DELETE FROM sidecars WHERE fileId = ? AND path LIKE ? ESCAPE '\\' AND instr(substr(path, ?), '/') = 0`
	).run(
		fileId,
		`${folder === '' ? '' : `${folder}/`}`.replace(/[\\%_]/g, '\\$&') + '%',
		folder === '' ? 1 : folder.length + 2
	);
}

/** What lay beside a file where it was; if that came along, it is found where the file is now. */
export function forgetSidecars(db: Db, file: { id: number; path: string }, folder: string): void {
	if (parentOf(file.path) === folder) forgetBeside(db, file.id, folder);
	else prepared(db, 'DELETE FROM sidecars WHERE fileId = ?').run(file.id);
}

function insert(db: Db, fileId: number, sidecar: SidecarName): void {
	prepared(
		db,
		`INSERT INTO sidecars (fileId, path, kind, language, isForced, isHearingImpaired) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET kind = excluded.kind, language = excluded.language, isForced = excluded.isForced, isHearingImpaired = excluded.isHearingImpaired`
	).run(
		fileId,
		sidecar.name,
		sidecar.kind,
		sidecar.language ?? null,
		Number(sidecar.isForced),
		Number(sidecar.isHearingImpaired)
	);
}

const parentOf = (path: string) => path.split('/').slice(0, -1).join('/');
const stemOf = (path: string) =>
	path
		.split('/')
		.at(-1)!
		.replace(/\.[^.]+$/, '')
		.toLowerCase();

/** "Film/Subs/2_English.srt" is the film's, "Show/Subs/Show S01E01/2_English.srt" that of the episode it names. */
export function writeLooseSubtitles(
	db: Db,
	rootFolderId: number,
	folder: string,
	loose: readonly SidecarName[]
): void {
	if (loose.length === 0) return;
	const own = folder.split('/').at(-1)!.toLowerCase();
	for (const above of [parentOf(folder), parentOf(parentOf(folder))]) {
		const videos = filesIn(db, rootFolderId, above).filter(
			({ role, state }) => (role === 'main' || role === 'part') && state === 'present'
		);
		if (videos.length === 0) continue;
		for (const sidecar of loose) {
			const name = stemOf(sidecar.name);
			const owner =
				videos.find((video) => own === stemOf(video.path) || name.startsWith(stemOf(video.path))) ??
				(videos.length === 1 ? videos[0] : undefined);
			if (owner) insert(db, owner.id, sidecar);
		}
		return;
	}
}

/** Every fact the system announces. Facts are hints: what must happen is found again from rows. */
export interface Events {
	'settings.changed': { section: string };
	/** `standing`: it failed or works again; nobody changed anything. */
	'provider.changed': {
		port: string;
		id: number;
		name: string;
		what: 'added' | 'changed' | 'removed' | 'standing';
	};
	'job.changed': { id: number; kind: string; state: string };
	'job.progress': { id: number; fraction: number; note?: string };
	'task.changed': { id: string };
	'task.progress': { id: string; fraction: number; note?: string };
	/** Somebody's session, key or role: what they may hear is looked up again. */
	'rights.changed': Record<string, never>;
	'profiles.changed': Record<string, never>;
	'definitions.changed': Record<string, never>;
	/** A feed showed releases that it had not shown before. */
	'releases.seen': { indexerId: number; count: number };
	/** A client has it now. */
	'release.grabbed': { downloadId: number; title: string; indexer: string | null; client: string };
	/** Its state or what is known of it; mere numbers are progress. */
	'download.changed': { id: number };
	'download.progress': {
		id: number;
		fraction: number;
		bytesPerSecond: number | null;
		etaSeconds: number | null;
	};
	/** `path` as Bijou sees it, when the client has said. */
	'download.completed': { id: number; title: string; path: string | null };
	'download.failed': { id: number; title: string; reason: string | null };
	'blocklist.changed': Record<string, never>;
	/** A file has come into the library. */
	'media.imported': {
		fileId: number;
		kind: 'movie' | 'series';
		itemId: number;
		title: string;
		path: string;
		/** Where it lay before. */
		from: string;
	};
	/** Files that an import had brought left the library again, by its undoing. */
	'media.unimported': {
		files: { fileId: number; path: string; from: string }[];
	};
	/** A look into a folder, or what is to become of its files. */
	'import.changed': { id: number };
	'import.started': { id: number; path: string };
	'backup.changed': { name: string; what: 'made' | 'uploaded' | 'removed' | 'staged' | 'unstaged' };
	'health.changed': { name: string; state: string; title: string; message: string };
	'library.changed': { kind: 'movie' | 'series' | 'file' | 'root' | 'unmatched' | 'progress'; id?: number };
}

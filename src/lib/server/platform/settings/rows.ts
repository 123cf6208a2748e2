import type { Database } from 'better-sqlite3';

export function openSettingRows(client: Database) {
	const all = client.prepare<[string], { key: string; value: string }>(
		'SELECT key, value FROM settings WHERE section = ?'
	);
	const put = client.prepare<[string, string, string, number]>(
		`INSERT INTO settings (section, key, value, updatedAt) VALUES (?, ?, ?, ?)
		 ON CONFLICT DO UPDATE SET value = excluded.value, updatedAt = excluded.updatedAt`
	);
	const remove = client.prepare<[string, string]>('DELETE FROM settings WHERE section = ? AND key = ?');

	const sealed = client.prepare<[], { section: string; key: string; value: string }>(
		"SELECT section, key, value FROM settings WHERE value GLOB 'v[0-9]*:*'"
	);

	return {
		/** Every stored secret through `change`, when the key to them changes. */
		reseal(change: (sealed: string) => string, now: number) {
			for (const { section, key, value } of sealed.all()) put.run(section, key, change(value), now);
		},
		read: (section: string) => all.all(section),
		/** Undefined removes a key. */
		write: (section: string, values: Record<string, string | undefined>, now: number) =>
			client.transaction(() => {
				for (const [key, value] of Object.entries(values)) {
					if (value === undefined) remove.run(section, key);
					else put.run(section, key, value, now);
				}
			})()
	};
}

export type SettingRows = ReturnType<typeof openSettingRows>;

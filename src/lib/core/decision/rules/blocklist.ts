import { normalizedName } from '../normalized-name.ts';
import { type Rule, postpone, reject } from '../verdict.ts';

/** The hash tells torrents apart; without one, a name counts at the indexer that it came from. */
export const blocklist: Rule = ({ guid, infoHash, title, indexer }, { blocklist: blocked, now }) => {
	const name = normalizedName(title);
	const entry = blocked.find((one) => {
		if (one.until !== undefined && one.until <= now) return false;
		if (one.infoHash && infoHash) return one.infoHash.toLowerCase() === infoHash.toLowerCase();
		if (one.guid !== undefined && one.guid === guid) return true;
		if (one.title === undefined || normalizedName(one.title) !== name) return false;
		return one.indexer === undefined || one.indexer === indexer;
	});
	if (!entry) return undefined;
	const message = `It is on the blocklist: ${entry.reason}`;
	return entry.until === undefined
		? reject('blocklist', message)
		: postpone('blocklist', message, entry.until);
};

import { age } from './rules/age.ts';
import { alreadyGrabbed } from './rules/already-grabbed.ts';
import { alreadyQueued } from './rules/already-queued.ts';
import { blocklist } from './rules/blocklist.ts';
import { dangerousExtension } from './rules/dangerous-extension.ts';
import { delay } from './rules/delay.ts';
import { freeSpace } from './rules/free-space.ts';
import { indexerFlags } from './rules/indexer-flags.ts';
import { junkName } from './rules/junk-name.ts';
import { languages } from './rules/languages.ts';
import { minimumScore } from './rules/minimum-score.ts';
import { notMonitored } from './rules/not-monitored.ts';
import { notYetOut } from './rules/not-yet-out.ts';
import { nothingCovered } from './rules/nothing-covered.ts';
import { packShare } from './rules/pack-share.ts';
import { protocol } from './rules/protocol.ts';
import { qualityAllowed } from './rules/quality-allowed.ts';
import { repackGroup } from './rules/repack-group.ts';
import { sample } from './rules/sample.ts';
import { seasonRunning } from './rules/season-running.ts';
import { seeders } from './rules/seeders.ts';
import { size } from './rules/size.ts';
import { ignoredTerm, requiredTerm } from './rules/terms.ts';
import { upgrade } from './rules/upgrade.ts';
import { wrongItem } from './rules/wrong-item.ts';
import type { Rule } from './verdict.ts';

/** Every rule, in the order in which people are told of their objections. */
export const rules: readonly Rule[] = [
	junkName,
	wrongItem,
	nothingCovered,
	notMonitored,
	packShare,
	sample,
	dangerousExtension,
	blocklist,
	qualityAllowed,
	languages,
	minimumScore,
	size,
	requiredTerm,
	ignoredTerm,
	indexerFlags,
	protocol,
	seeders,
	age,
	upgrade,
	repackGroup,
	alreadyGrabbed,
	alreadyQueued,
	notYetOut,
	seasonRunning,
	freeSpace,
	delay
];

import type { Rung } from './profile-draft.ts';

/**
 * What the buttons of the list of qualities do, in words that a form can send: 'up 3', 'down 3', 'move 3 0', 'top 3',
 * 'group 3' (with the one below), 'ungroup 3', 'leave 3 1' (the group's second member goes its own way).
 */
export function arranged(rungs: readonly Rung[], command: string): Rung[] {
	const [verb = '', ...numbers] = command.split(' ');
	const [at = -1, other = -1] = numbers.map(Number);
	const rung = rungs[at];
	if (!rung) return [...rungs];
	const moves: Record<string, () => Rung[]> = {
		up: () => moved(rungs, at, at - 1),
		down: () => moved(rungs, at, at + 1),
		top: () => moved(rungs, at, 0),
		move: () => moved(rungs, at, other),
		group: () => joined(rungs, at),
		ungroup: () => rungs.flatMap((each) => (each === rung ? parted(rung) : [each])),
		leave: () => left(rungs, at, other)
	};
	return moves[verb]?.() ?? [...rungs];
}

function moved(rungs: readonly Rung[], from: number, to: number): Rung[] {
	const target = Math.max(0, Math.min(rungs.length - 1, to));
	const rest = rungs.filter((_, index) => index !== from);
	return [...rest.slice(0, target), rungs[from]!, ...rest.slice(target)];
}

const membersOf = ({ name, members }: Rung): string[] => (members.length > 0 ? members : [name]);

function joined(rungs: readonly Rung[], at: number): Rung[] {
	const [upper, lower] = [rungs[at]!, rungs[at + 1]];
	if (!lower) return [...rungs];
	const members = [...membersOf(upper), ...membersOf(lower)];
	const name =
		upper.members.length > 0 ? upper.name : lower.members.length > 0 ? lower.name : freshName(rungs, members);
	return [
		...rungs.slice(0, at),
		{ name, allowed: upper.allowed || lower.allowed, members },
		...rungs.slice(at + 2)
	];
}

/** What the members have in common, or a number: '1080p', 'Group 2'. */
function freshName(rungs: readonly Rung[], members: readonly string[]): string {
	const shared = /\d{3,4}p/.exec(members[0]!)?.[0];
	const taken = new Set(rungs.map(({ name }) => name));
	const wish = shared && members.every((member) => member.includes(shared)) ? shared : undefined;
	if (wish && !taken.has(wish)) return wish;
	let number = 1;
	while (taken.has(`Group ${number}`)) number++;
	return `Group ${number}`;
}

const parted = ({ members, name, allowed }: Rung): Rung[] =>
	members.length > 0
		? members.map((member) => ({ name: member, allowed, members: [] }))
		: [{ name, allowed, members: [] }];

function left(rungs: readonly Rung[], at: number, index: number): Rung[] {
	const rung = rungs[at]!;
	const member = rung.members[index];
	if (member === undefined) return [...rungs];
	const members = rung.members.filter((_, place) => place !== index);
	const staying =
		members.length > 1 ? { ...rung, members } : { ...rung, name: members[0] ?? rung.name, members: [] };
	return [
		...rungs.slice(0, at),
		staying,
		{ name: member, allowed: rung.allowed, members: [] },
		...rungs.slice(at + 1)
	];
}

/** Where the cutoff stands after the list changed: a group that fell apart hands it to its first member. */
export function cutoffAfter(cutoff: string, before: readonly Rung[], after: readonly Rung[]): string {
	if (after.some(({ name }) => name === cutoff)) return cutoff;
	const was = before.find(({ name }) => name === cutoff);
	const wanted = was ? membersOf(was)[0]! : cutoff;
	return after.find((rung) => membersOf(rung).includes(wanted))?.name ?? cutoff;
}

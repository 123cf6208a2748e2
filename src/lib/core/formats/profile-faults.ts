import type { Profile } from './profile.ts';
import { qualityNamed } from './qualities.ts';

export interface ProfileFault {
	path: string;
	message: string;
}

/** What a profile says that cannot be meant, in sentences. */
export function profileFaults({ qualities, cutoff }: Profile): ProfileFault[] {
	const members = qualities.flatMap(({ name, members }) => members ?? [name]);
	const known = new Set([...qualities.map(({ name }) => name), ...members].map(key));
	const twice = members.find((name, index) => members.findIndex((other) => key(other) === key(name)) < index);
	const unknown = members.find((name) => !qualityNamed(name));
	const empty = qualities.find(({ members }) => members?.length === 0);
	const faults = [
		!qualities.some(({ allowed }) => allowed) && fault('qualities', 'Allow one quality at least.'),
		twice && fault('qualities', `"${twice}" stands in it twice.`),
		unknown && fault('qualities', `There is no quality "${unknown}".`),
		empty && fault('qualities', `The group "${empty.name}" is empty.`),
		!known.has(key(cutoff)) && fault('cutoff', `"${cutoff}" is not among the qualities.`)
	];
	return faults.filter((each) => typeof each === 'object');
}

const key = (name: string): string => name.toLowerCase();
const fault = (path: string, message: string): ProfileFault => ({ path, message });

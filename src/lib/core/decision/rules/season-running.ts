import { type Rule, postpone } from '../verdict.ts';

export const seasonRunning: Rule = (_, { seasonRunning: running, byHand }) =>
	running && !byHand
		? postpone('season-running', 'It claims to be a whole season of which episodes are still to come.')
		: undefined;

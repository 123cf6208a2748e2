import type { Command } from '$lib/client/commands.svelte.ts';
import { matchScore } from './match.ts';

export interface Group {
	title: string;
	commands: readonly Command[];
}

const most = 8;

/** Each group's best answers, the group with the best one first; groups without an answer are left out. */
export function ranked(query: string, groups: readonly Group[]): Group[] {
	return groups
		.map(({ title, commands }) => {
			const scored = commands
				.map((command) => ({ command, score: scoreOf(query, command) }))
				.filter(({ score }) => score > 0)
				.sort((a, b) => (query ? b.score - a.score : 0));
			const shown = query ? scored.slice(0, most) : scored;
			return { title, best: scored[0]?.score ?? 0, commands: shown.map(({ command }) => command) };
		})
		.filter(({ commands }) => commands.length > 0)
		.sort((a, b) => (query ? b.best - a.best : 0))
		.map(({ title, commands }) => ({ title, commands }));
}

function scoreOf(query: string, command: Command): number {
	const others = `${command.hint ?? ''} ${command.keywords ?? ''}`.trim();
	return Math.max(matchScore(query, command.title), others ? matchScore(query, others) * 0.6 : 0);
}

import { wordsOf } from '#core/library/name-words.ts';
import { parsePath } from '#core/release/parse.ts';
import type { ParseRequest } from './parse-paths.worker.ts';

/** Answers a list of `NameWords` as JSON, which costs less to send than thousands of objects. */
export default function readWords({ kind, paths }: ParseRequest): string {
	return JSON.stringify(paths.map((path) => wordsOf(parsePath(path, { kind }))));
}

import { takeText } from './block.ts';
import type { Block, RowsSpec } from './definition.ts';
import {
	append,
	detach,
	elementChildren,
	parentElement,
	type DocumentNode,
	type ElementNode
} from './page/tree.ts';
import type { Row } from './rows.ts';
import type { Scope } from './scope.ts';
import { previousElement } from './selector/match.ts';
import { selectAll } from './selector/select.ts';

export interface PageRow extends Row {
	/** The text of the nearest heading above the row on which the block gives one. */
	heading(block: Block, scope: Scope): string | undefined;
}

export function pageRows(document: DocumentNode, rows: RowsSpec, scope: Scope): PageRow[] {
	const selector = scope.expand(rows.selector);
	const elements = scope.at(rows.selector.line, () => selectAll(document, selector));
	return joinFollowers(elements, rows.after).map((element) => ({
		take: (block, rowScope) => takeText(block, element, rowScope),
		heading: (block, rowScope) => headingAbove(element, block, rowScope)
	}));
}

/** With `after: n` each row takes in the content of the n elements behind it. */
function joinFollowers(elements: ElementNode[], after: number): ElementNode[] {
	if (after === 0) return elements;
	const kept: ElementNode[] = [];
	for (let at = 0; at < elements.length; at += after + 1) {
		const row = elements[at]!;
		for (const follower of elements.slice(at + 1, at + 1 + after)) {
			for (const child of [...follower.children]) {
				detach(child);
				append(row, child);
			}
			detach(follower);
		}
		kept.push(row);
	}
	return kept;
}

function headingAbove(row: ElementNode, block: Block, scope: Scope): string | undefined {
	let level: ElementNode | undefined = row;
	while (level) {
		for (let before = previousElement(level); before; before = previousElement(before)) {
			const text = takeOrNothing(block, before, scope);
			if (text !== undefined) return text;
		}
		level = parentElement(level);
	}
	return undefined;
}

/** An element on which the block fails is simply no heading. */
function takeOrNothing(block: Block, element: ElementNode, scope: Scope): string | undefined {
	try {
		return takeText(block, element, scope);
	} catch {
		return undefined;
	}
}

export const firstElement = (document: DocumentNode): ElementNode | undefined => elementChildren(document)[0];

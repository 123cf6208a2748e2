import type { Block, Text } from './definition.ts';
import { applyFilters } from './filters.ts';
import { detach, textContent, type ElementNode } from './page/tree.ts';
import type { Scope } from './scope.ts';
import { find, matches, selectAll } from './selector/select.ts';
import { trim } from './text.ts';

/** Takes one text from an element by a selector block; undefined when there is none. */
export function takeText(block: Block, element: ElementNode, scope: Scope): string | undefined {
	if (block.text) return applyFilters(scope.expand(block.text), block.filters, scope);
	const chosen = block.selector ? choose(block.selector, element, scope) : element;
	if (!chosen) return undefined;
	if (block.remove) removeAll(block.remove, chosen, scope);
	const raw = block.cases ? firstCase(block.cases, chosen, scope) : rawText(block, chosen);
	return raw === undefined ? undefined : applyFilters(trim(raw), block.filters, scope);
}

const rawText = ({ attribute }: Block, element: ElementNode): string | undefined =>
	attribute === undefined ? textContent(element) : attributeOf(element, attribute);

export function attributeOf(element: ElementNode, name: string): string | undefined {
	return element.attributes.get(name) ?? element.attributes.get(name.toLowerCase());
}

/** The element itself when it matches, else the first one inside that does. */
export function choose(selector: Text, element: ElementNode, scope: Scope): ElementNode | undefined {
	const text = trim(scope.expand(selector));
	return scope.at(selector.line, () => (matches(element, text) ? element : find(element, text)));
}

/** For good: later fields of the row do not see the elements either. */
function removeAll(remove: Text, element: ElementNode, scope: Scope): void {
	for (const found of scope.at(remove.line, () => selectAll(element, remove.text))) detach(found);
}

function firstCase(
	cases: NonNullable<Block['cases']>,
	element: ElementNode,
	scope: Scope
): string | undefined {
	for (const { key, value } of cases) {
		const fits =
			key === '*' || scope.at(value.line, () => matches(element, key) || find(element, key) !== undefined);
		if (fits) return scope.expand(value);
	}
	return undefined;
}

/** A definition as read from its file: plain values, each with the line it stands on. */

export interface Text {
	text: string;
	line: number;
}
export interface Pair {
	key: string;
	value: Text;
}
export interface FilterSpec {
	name: string;
	args: Text[];
	line: number;
}
/** Selector block: how one text is taken from a row or a page. */
export interface Block {
	selector?: Text;
	attribute?: string;
	text?: Text;
	cases?: Pair[];
	remove?: Text;
	optional: boolean;
	default?: Text;
	filters: FilterSpec[];
	line: number;
}
export interface Field extends Block {
	name: string;
	modifiers: string[];
}
export interface SettingSpec {
	name: string;
	type: string;
	label: string;
	default: string | null;
	options: { value: string; label: string }[];
	defaults: string[];
	line: number;
}
export interface CategoryMapping {
	/** The site's own id. */
	id: string;
	standardId: number;
	description?: string;
	customId?: number;
	isDefault: boolean;
}
export interface SearchPath {
	path: Text;
	method: 'get' | 'post';
	inputs: Pair[];
	inheritInputs: boolean;
	categories: string[];
	followRedirect: boolean;
	response: 'html' | 'json' | 'xml';
	noResultsMessage?: string;
	line: number;
}
export interface RowsSpec {
	selector: Text;
	after: number;
	attribute?: string;
	multiple: boolean;
	missingAttributeEqualsNoResults: boolean;
	count?: Block;
	dateHeaders?: Block;
	filters: FilterSpec[];
	line: number;
}
export interface ErrorSpec {
	selector: Text;
	message?: Block;
}
export type Header = Pair;
export interface SearchSpec {
	paths: SearchPath[];
	inputs: Pair[];
	headers: Header[];
	keywordsFilters: FilterSpec[];
	preprocessingFilters: FilterSpec[];
	errors: ErrorSpec[];
	allowEmptyInputs: boolean;
	rows: RowsSpec;
	fields: Field[];
}
export type LoginMethod = 'cookie' | 'form' | 'post' | 'get' | 'oneurl';
export interface LoginSpec {
	method: LoginMethod;
	path: Text;
	submitPath?: Text;
	form: Text;
	inputs: Pair[];
	selectors: boolean;
	selectorInputs: { key: string; block: Block }[];
	getSelectorInputs: { key: string; block: Block }[];
	cookies: Text[];
	captcha?: { type: 'image' | 'text'; selector: Text; input: string };
	errors: ErrorSpec[];
	test?: { path?: Text; selector?: Text };
	headers?: Header[];
	line: number;
}
export interface DownloadSpec {
	method: 'get' | 'post';
	headers?: Header[];
	before?: {
		path?: Text;
		pathSelector?: Block;
		method: 'get' | 'post';
		inputs: Pair[];
		querySeparator: string;
		line: number;
	};
	selectors: (Block & { useBeforeResponse: boolean })[];
	infoHash?: { hash: Block; title: Block; useBeforeResponse: boolean };
}
export interface DefinitionTest {
	name: string;
	query: Record<string, string>;
	answers: { path: string; status: number; type: string; body: string }[];
	expect: Record<string, string>[];
	line: number;
}
export interface Definition {
	id: string;
	name: string;
	description: string;
	language: string;
	type: 'public' | 'semi-private' | 'private';
	encoding: string;
	followRedirect: boolean;
	testLinkTorrent: boolean;
	requestDelaySeconds: number;
	links: string[];
	legacyLinks: string[];
	replaces: string[];
	certificates: string[];
	settings: SettingSpec[];
	modes: Record<string, string[]>;
	categories: CategoryMapping[];
	allowRawSearch: boolean;
	allowTvSearchImdb: boolean;
	login?: LoginSpec;
	search: SearchSpec;
	download?: DownloadSpec;
	tests: DefinitionTest[];
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};
// XML 1.0 forbids these characters even as references.
const forbidden =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escapeXml = (text: string): string =>
	text.replace(forbidden, '').replace(/[&<>"']/g, (char) => entities[char]!);

type AttributeValue = string | number | undefined;

/** One element; attributes that are undefined are left out, children must be XML already. */
export function element(
	name: string,
	attributes: Record<string, AttributeValue> = {},
	children = ''
): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
		.join('');
	return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`;
}

export const textElement = (
	name: string,
	text: string | number,
	attributes: Record<string, AttributeValue> = {}
): string => element(name, attributes, escapeXml(String(text)));

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

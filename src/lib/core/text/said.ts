/** A sentence with its values apart, so that it can be said in any language. `{count|film|films}` chooses by the number. */
export interface Said {
	text: string;
	values?: Record<string, string | number>;
}

export const said = (text: string, values?: Record<string, string | number>): Said =>
	values ? { text, values } : { text };

const slot = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

/** For logs, programs and notes that leave the house. */
export const inEnglish = ({ text, values }: { text: string; values?: Said['values'] | null }): string =>
	text.replace(slot, (whole, name: string, one?: string, many?: string) => {
		const value = values?.[name];
		if (value === undefined) return whole;
		return (many === undefined ? String(value) : value === 1 ? one : many) ?? '';
	});

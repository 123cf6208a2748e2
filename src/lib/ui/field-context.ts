import { getContext, setContext } from 'svelte';

/** What a Field tells the control inside it, so that label, help and error belong together without wiring. */
export interface FieldContext {
	readonly id: string;
	readonly describedBy: string | undefined;
	readonly invalid: boolean;
	readonly required: boolean;
	readonly disabled: boolean;
}

const context = Symbol('field');

export const setField = (field: FieldContext): FieldContext => setContext(context, field);
export const getField = (): FieldContext | undefined => getContext<FieldContext | undefined>(context);

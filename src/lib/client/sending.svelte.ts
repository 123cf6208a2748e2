import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { toast } from '$lib/ui/toast.svelte.ts';

type Words = string | false | undefined;
type Sent = { result: ActionResult; action: string };

interface Options {
	/** What to say when it went well. */
	said?: Words | ((sent: Sent) => Words);
	/** What was typed stays, unless this says otherwise. */
	reset?: (sent: Sent) => boolean;
}

/** `use:enhance={save.submit}`: knows whether a form is under way, and by which of its actions. */
export function sending({ said, reset = () => false }: Options = {}) {
	let under = $state<string>();
	const submit: SubmitFunction = ({ action: { search: action } }) => {
		under = action;
		return async ({ result, update }) => {
			await update({ reset: reset({ result, action }) });
			under = undefined;
			if (result.type !== 'success' && result.type !== 'redirect') return;
			const words = typeof said === 'function' ? said({ result, action }) : said;
			if (words) toast(words, { tone: 'good' });
		};
	};
	return {
		submit,
		/** '?/save', or '' for a form's only action. */
		get action() {
			return under;
		},
		get busy() {
			return under !== undefined;
		}
	};
}

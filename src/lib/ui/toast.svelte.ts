export interface ToastOptions {
	/** For instance undo. */
	action?: { label: string; run: () => void | Promise<void> };
	tone?: 'plain' | 'good' | 'bad';
	/** Errors stay until dismissed; everything else leaves after this. */
	durationMs?: number;
}
export interface ShownToast extends ToastOptions {
	id: number;
	message: string;
}

export const toasts = $state<ShownToast[]>([]);
const timers: Record<number, ReturnType<typeof setTimeout>> = {};
let lastId = 0;

/** `toast('Task started')`, `toast('Film removed', { action: { label: t('Undo'), run } })`. Returns what dismisses it. */
export function toast(message: string, options: ToastOptions = {}): () => void {
	const id = ++lastId;
	toasts.push({ ...options, id, message });
	if (toasts.length > 4) dismiss(toasts[0]?.id ?? id);
	resume(id);
	return () => dismiss(id);
}

export function dismiss(id: number): void {
	hold(id);
	const index = toasts.findIndex((shown) => shown.id === id);
	if (index >= 0) toasts.splice(index, 1);
}

/** Stops the clock, while someone is reading. */
export function hold(id: number): void {
	clearTimeout(timers[id]);
	delete timers[id];
}

export function resume(id: number): void {
	const shown = toasts.find((each) => each.id === id);
	if (!shown || shown.tone === 'bad') return;
	hold(id);
	timers[id] = setTimeout(() => dismiss(id), shown.durationMs ?? (shown.action ? 8000 : 4500));
}

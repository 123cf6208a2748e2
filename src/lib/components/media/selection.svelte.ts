import { SvelteSet } from 'svelte/reactivity';

/** What is chosen on a wall of posters. */
export class Selection {
	active = $state(false);
	ids = new SvelteSet<number>();
	#anchor = -1;

	has(id: number): boolean {
		return this.ids.has(id);
	}
	toggle(id: number, index: number): void {
		this.active = true;
		this.#anchor = index;
		if (!this.ids.delete(id)) this.ids.add(id);
	}
	/** Everything from the last choice to here. */
	reach(index: number, idAt: (index: number) => number | undefined): void {
		this.active = true;
		const from = this.#anchor < 0 ? index : this.#anchor;
		for (let place = Math.min(from, index); place <= Math.max(from, index); place++) {
			const id = idAt(place);
			if (id !== undefined) this.ids.add(id);
		}
		this.#anchor = index;
	}
	end(): void {
		this.active = false;
		this.ids.clear();
		this.#anchor = -1;
	}
}

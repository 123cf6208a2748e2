const lines: Record<string, [string, string, string]> = {
	en: ['The lights go down.', 'Somewhere a projector begins to whirr.', 'This is only a test film.'],
	de: ['Das Licht geht aus.', 'Irgendwo beginnt ein Projektor zu surren.', 'Dies ist nur ein Testfilm.'],
	fr: [
		"La lumière s'éteint.",
		'Quelque part un projecteur se met à ronronner.',
		"Ceci n'est qu'un film d'essai."
	],
	es: ['Se apagan las luces.', 'En algún lugar zumba un proyector.', 'Esto es solo una película de prueba.'],
	ja: ['明かりが消える。', 'どこかで映写機が回り始める。', 'これはテスト映像です。'],
	ru: ['Свет гаснет.', 'Где-то застрекотал проектор.', 'Это всего лишь пробный фильм.']
};

/** Three lines of SubRip in the language of a name such as `en.forced`. */
export function subtitleOf(name: string): string {
	const words = lines[name.split('.')[0]!] ?? lines['en']!;
	return words
		.map((text, index) => `${index + 1}\n00:00:0${index * 2},500 --> 00:00:0${index * 2 + 2},200\n${text}\n`)
		.join('\n');
}

/** The widths pictures are kept in. */
const widths = [160, 342, 500, 780, 1280, 1920];

/** Where the house keeps a picture; `ref` is `source/path`. */
export const picture = (ref: string, width: number): string =>
	`/media/picture/${width}/${ref.split('/').map(encodeURIComponent).join('/')}`;

/** All widths up to a bound, for the browser to choose from. */
export const pictureSet = (ref: string, most: number): string =>
	widths
		.filter((width) => width <= most)
		.map((width) => `${picture(ref, width)} ${width}w`)
		.join(', ');

/** A file to keep. */
export const fileReply = ({ fileName, type, text }: { fileName: string; type: string; text: string }) =>
	new Response(text, {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`
		}
	});

const browsers: [name: string, sign: RegExp][] = [
	['Edge', /\bEdgA?\//],
	['Opera', /\bOPR\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
	['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
	['curl', /^curl\//]
];
const systems: [name: string, sign: RegExp][] = [
	['iPhone', /\biPhone\b/],
	['iPad', /\biPad\b/],
	['Android TV', /\bAndroid\b.*\bTV\b|\bBRAVIA\b/],
	['Android', /\bAndroid\b/],
	['webOS', /\bWeb0S\b|\bwebOS\b/],
	['Tizen', /\bTizen\b/],
	['ChromeOS', /\bCrOS\b/],
	['Windows', /\bWindows\b/],
	['macOS', /\bMacintosh\b/],
	['Linux', /\bLinux\b/]
];

const firstOf = (list: typeof browsers, agent: string) => list.find(([, sign]) => sign.test(agent))?.[0];

/** What a person calls the device; nothing where the agent does not say. */
export const deviceOf = (agent: string): { browser?: string | undefined; system?: string | undefined } => ({
	browser: firstOf(browsers, agent),
	system: firstOf(systems, agent)
});

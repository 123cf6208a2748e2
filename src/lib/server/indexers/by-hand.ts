/** What a site asks a person before it lets him in. */
export type Challenge = { type: 'image'; picture: string } | { type: 'text'; question: string };

/** Signing in where only a person can go on. */
export interface ByHand {
	/** Opens the login page anew; nothing when no captcha is on it. */
	ask(signal?: AbortSignal): Promise<Challenge | undefined>;
	/** Sends the login with what the person read. */
	answer(text: string, signal?: AbortSignal): Promise<void>;
}

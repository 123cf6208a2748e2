/** What better-auth appends to the way back, in words. */
export const providerFaults: Record<string, string> = {
	signup_disabled: 'There is no account for you here yet. Ask the one who runs this house.',
	access_denied: 'You were not let in there. Try again, or use your password.',
	unable_to_get_user_info: 'The identity provider did not say who you are. Tell the one who runs this house.',
	state_mismatch: 'This sign-in was begun elsewhere or took too long. Try again.',
	please_restart_the_process: 'This sign-in was begun elsewhere or took too long. Try again.',
	DISABLED: 'This account is switched off.'
};

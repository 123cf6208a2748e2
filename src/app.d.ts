import type { App as BijouApp } from '#server/app.ts';
import type { Actor } from '#core/access/permissions.ts';
import type { Log } from '#server/platform/log.ts';

declare global {
	namespace App {
		interface Locals {
			app: BijouApp;
			actor?: Actor;
			requestId: string;
			log: Log;
		}
		interface Error {
			message: string;
			code?: string;
			/** The request id under which the fault stands in the log. */
			id?: string;
		}
	}
}

export {};

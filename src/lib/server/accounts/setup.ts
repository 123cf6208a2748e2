import { passwordFault } from '#core/access/password.ts';
import { usernameFault } from '#core/access/username.ts';
import { ConfigFault } from '#server/platform/config.ts';
import type { Config } from '#server/platform/config.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Log } from '#server/platform/log.ts';
import type { ApiKeys } from './api-keys.ts';
import type { Audit } from './audit.ts';
import { hashPassword } from './passwords.ts';
import { checkedPassword, checkedUsername, insertPerson } from './people.ts';
import { countPeople, toPerson } from './people-queries.ts';
import type { NewPerson, Person } from './types.ts';

export interface Setup {
	/** True until the first account exists. */
	needed(): boolean;
	/** The first account of the house. Of two who try at once, one wins and the other is told so. */
	createAdmin(person: NewPerson): Promise<Person>;
	/** INIT_ADMIN_* and INIT_API_KEY, on the first start only. */
	unattended(): Promise<void>;
}

interface SetupDeps {
	config: Pick<Config, 'initAdmin' | 'initApiKey'>;
	db: Db;
	log: Log;
	audit: Audit;
	keys: ApiKeys;
	now(): number;
}

export function createSetup({ config, db, log, audit, keys, now }: SetupDeps): Setup {
	let settled = false;
	const needed = () => {
		settled ||= countPeople(db) > 0;
		return !settled;
	};

	async function open(person: NewPerson) {
		if (!needed()) throw finished();
		checkedUsername(person.username);
		const passwordHash = await hashPassword(person.password);
		const user = db.transaction(
			(tx) => {
				if (countPeople(tx) > 0) throw finished();
				return insertPerson(tx, { person, role: 'admin', passwordHash, at: now() });
			},
			{ behavior: 'immediate' }
		);
		const actor = { userId: user.id, name: user.name, kind: 'user' as const };
		audit.record({ action: 'setup.admin-created', target: user.username, actor });
		if (config.initApiKey) keys.adopt(user.id, config.initApiKey, 'INIT_API_KEY');
		return toPerson(user);
	}

	return {
		needed,
		async createAdmin(person) {
			checkedPassword(person.password, person.username);
			return open(person);
		},
		async unattended() {
			if (!config.initAdmin || !needed()) return;
			const { user: username, password } = config.initAdmin;
			const unusable = usernameFault(username);
			if (unusable) throw new ConfigFault([`INIT_ADMIN_USER: ${unusable}`]);
			await open({ username, password });
			// Whoever sets it knows what the house is for; a test bench may have a poor one.
			const fault = passwordFault(password, username);
			if (fault) log.warn(`INIT_ADMIN_PASSWORD: ${fault}`);
			log.info({ username }, 'created the admin from INIT_ADMIN_USER');
		}
	};
}

const finished = () =>
	new AppError('setup_finished', 'This house is set up already. Sign in.', { status: 409 });

// npm run cli -- COMMAND: what must work without the web interface.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allPermissions, type Permission, type Role } from '#core/access/permissions.ts';
import { parse } from '#core/release/parse.ts';
import { createApp, type App } from '#server/app.ts';
import { ConfigFault, readConfig, type Config } from '#server/platform/config.ts';
import { toAppError } from '#server/platform/errors.ts';
import { projectRoot } from '#server/platform/root.ts';
import { restoreNow } from '#server/system/restore.ts';
import { examineMachine } from './doctor.ts';

const usage = `Usage: npm run cli -- COMMAND

  user list
  user add NAME [--role admin|member|guest] [--password PASSWORD]
  user reset-password NAME [--password PASSWORD]
  apikey create NAME [--user NAME] [--scopes a,b]   without --scopes: full access
  backup                                            makes one now
  restore FILE                                      while Bijou is stopped
  parse "RELEASE NAME"
  doctor                                            looks for what is missing or wrong

Without --password one is made up and printed.`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		role: { type: 'string', default: 'member' },
		password: { type: 'string' },
		user: { type: 'string' },
		scopes: { type: 'string' }
	}
});

class Misuse extends Error {}
const say = (text: string) => void process.stdout.write(`${text}\n`);
const needed = (value: string | undefined, what: string): string => {
	if (value) return value;
	throw new Misuse(`${what} is missing.`);
};
const password = () => values.password ?? randomBytes(9).toString('base64url');

function roleOf(text: string): Role {
	if (text === 'admin' || text === 'member' || text === 'guest') return text;
	throw new Misuse(`"${text}" is no role: admin, member or guest.`);
}

function scopesOf(text: string | undefined): Permission[] {
	const scopes = text?.split(',').map((scope) => scope.trim()) ?? allPermissions;
	const unknown = scopes.filter((scope) => !(allPermissions as string[]).includes(scope));
	if (unknown.length > 0)
		throw new Misuse(`Unknown scopes: ${unknown.join(', ')}. There are: ${allPermissions.join(', ')}.`);
	return scopes as Permission[];
}

const person = ({ accounts }: App, name: string) => {
	const found = accounts.people.find(name);
	if (found) return found;
	throw new Misuse(`Nobody is called ${name}.`);
};

async function withApp(run: (app: App) => Promise<void> | void): Promise<void> {
	await using app = await createApp({ ...readConfig(process.env), logLevel: 'error' });
	await run(app);
}

const commands: Record<string, (argument?: string) => Promise<void> | void> = {
	'user list': () =>
		withApp(({ accounts }) => {
			for (const { username, role, disabled, name } of accounts.people.list())
				say([username, role, disabled ? 'disabled' : 'active', name].join('\t'));
		}),
	'user add': (name) =>
		withApp(async ({ accounts }) => {
			const chosen = password();
			const added = await accounts.people.add({
				username: needed(name, 'The user name'),
				role: roleOf(values.role),
				password: chosen
			});
			say(`Added ${added.username} (${added.role}).${values.password ? '' : ` Password: ${chosen}`}`);
		}),
	'user reset-password': (name) =>
		withApp(async (app) => {
			const chosen = password();
			const { id, username } = person(app, needed(name, 'The user name'));
			await app.accounts.people.resetPassword(id, chosen);
			say(`${username} can sign in again.${values.password ? '' : ` Password: ${chosen}`}`);
		}),
	'apikey create': (name) =>
		withApp((app) => {
			const owner = values.user
				? person(app, values.user)
				: app.accounts.people.list().find(({ role }) => role === 'admin');
			if (!owner)
				throw new Misuse(
					'There is no admin yet. Open Bijou in a browser first, or use "user add --role admin".'
				);
			const { key } = app.accounts.keys.create(owner.id, {
				name: needed(name, 'The name of the key'),
				scopes: scopesOf(values.scopes)
			});
			say(key);
		}),
	backup: () =>
		withApp(async ({ system, config }) => {
			const { name } = await system.backups.make('manual');
			say(join(config.dataDir, 'backups', name));
		}),
	async restore(file) {
		const { dataDir } = readConfig(process.env);
		const source = needed(file, 'The backup to restore');
		const { kept } = await restoreNow({ dataDir, source, migrations: join(projectRoot, 'drizzle') });
		say(`Restored ${source}.${kept ? ` The database it replaced is kept as ${kept}.` : ''}`);
	},
	parse(name) {
		say(JSON.stringify(parse(needed(name, 'The release name')), undefined, 2));
	},
	async doctor() {
		const config: Config = readConfig(process.env);
		const findings = await examineMachine(config);
		for (const { ok, title, message } of findings) say(`${ok ? 'ok  ' : 'MEND'}  ${title}: ${message}`);
		await withApp(async ({ system }) => {
			for (const { title, state, message } of await system.health.findings({ fresh: true }))
				say(`${state === 'ready' ? 'ok  ' : 'MEND'}  ${title}: ${message}`);
		});
	}
};

const name = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find(
	(candidate) => candidate in commands
);
if (!name) {
	say(usage);
	process.exit(positionals.length === 0 ? 0 : 64);
}
try {
	await commands[name]!(positionals[name.split(' ').length]);
} catch (error) {
	const lines =
		error instanceof ConfigFault
			? error.faults
			: [error instanceof Misuse ? `${error.message}\n\n${usage}` : toAppError(error).message];
	process.stderr.write(`${lines.join('\n')}\n`);
	process.exitCode = error instanceof Misuse ? 64 : 1;
}

CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`start` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text,
	`per_minute` integer,
	`expires_at` integer,
	`last_used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`via` text NOT NULL,
	`action` text NOT NULL,
	`target` text,
	`ip` text,
	`details` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`,`id`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credentials_user` ON `credentials` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_account` ON `credentials` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL,
	`note` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`max_uses` integer DEFAULT 1 NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash_unique` ON `invitations` (`hash`);--> statement-breakpoint
CREATE TABLE `lockouts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failure_at` integer NOT NULL,
	`locked_until` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`user_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`aaguid` text,
	`created_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential_id_unique` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `two_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factors_user` ON `two_factors` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`display_username` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'guest' NOT NULL,
	`disabled` integer DEFAULT false NOT NULL,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE INDEX `verifications_expiry` ON `verifications` (`expires_at`);--> statement-breakpoint
CREATE TABLE `blocklist` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`protocol` text NOT NULL,
	`hash` text,
	`guid` text,
	`indexerId` integer,
	`indexer` text,
	`sizeBytes` integer,
	`reason` text,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `blocklist_hash` ON `blocklist` (`hash`);--> statement-breakpoint
CREATE INDEX `blocklist_title` ON `blocklist` (`title`);--> statement-breakpoint
CREATE TABLE `download_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`downloadId` integer NOT NULL,
	`what` text NOT NULL,
	`reason` text,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`downloadId`) REFERENCES `downloads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `download_history_download` ON `download_history` (`downloadId`);--> statement-breakpoint
CREATE INDEX `download_history_at` ON `download_history` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `downloads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`protocol` text NOT NULL,
	`hash` text,
	`guid` text,
	`indexerId` integer,
	`indexer` text,
	`clientId` integer,
	`client` text NOT NULL,
	`remoteId` text NOT NULL,
	`category` text,
	`itemKind` text,
	`itemId` integer,
	`item` text,
	`state` text NOT NULL,
	`message` text,
	`name` text,
	`sizeBytes` integer,
	`progress` real DEFAULT 0 NOT NULL,
	`bytesPerSecond` integer,
	`etaSeconds` integer,
	`outputPath` text,
	`absentSince` integer,
	`movedAt` integer NOT NULL,
	`userId` text,
	`grabbedBy` text,
	`grabbedAt` integer NOT NULL,
	`changedAt` integer NOT NULL,
	`completedAt` integer,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`clientId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `downloads_state` ON `downloads` (`state`,`grabbedAt`);--> statement-breakpoint
CREATE INDEX `downloads_hash` ON `downloads` (`hash`);--> statement-breakpoint
CREATE INDEX `downloads_item` ON `downloads` (`itemKind`,`itemId`);--> statement-breakpoint
CREATE TABLE `import_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`userId` text,
	`byName` text,
	`jobId` integer,
	`outcome` text NOT NULL,
	`fault` text,
	`fromPath` text NOT NULL,
	`toPath` text,
	`placedBy` text,
	`kind` text,
	`movieId` integer,
	`seriesId` integer,
	`title` text,
	`episodes` text DEFAULT '[]' NOT NULL,
	`fileId` integer,
	`quality` text,
	`sizeBytes` integer NOT NULL,
	`replaced` text DEFAULT '[]' NOT NULL,
	`undoneAt` integer,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `import_history_at` ON `import_history` (`at`);--> statement-breakpoint
CREATE INDEX `import_history_from` ON `import_history` (`fromPath`);--> statement-breakpoint
CREATE INDEX `import_history_file` ON `import_history` (`fileId`);--> statement-breakpoint
CREATE INDEX `import_history_movie` ON `import_history` (`movieId`);--> statement-breakpoint
CREATE INDEX `import_history_series` ON `import_history` (`seriesId`);--> statement-breakpoint
CREATE TABLE `import_looks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`path` text NOT NULL,
	`hint` text NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`message` text,
	`jobId` integer,
	`userId` text,
	`byName` text,
	`report` text,
	`undoId` integer,
	`createdAt` integer NOT NULL,
	`finishedAt` integer
);
--> statement-breakpoint
CREATE INDEX `import_looks_created` ON `import_looks` (`createdAt`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lookId` integer NOT NULL,
	`path` text NOT NULL,
	`told` text NOT NULL,
	`sizeBytes` integer NOT NULL,
	`mtimeMs` integer NOT NULL,
	`device` text NOT NULL,
	`inode` text NOT NULL,
	`refusal` text,
	`overruled` integer DEFAULT false NOT NULL,
	`guesses` text DEFAULT '[]' NOT NULL,
	`target` text,
	`sure` integer DEFAULT false NOT NULL,
	`confidence` integer DEFAULT 0 NOT NULL,
	`reasons` text DEFAULT '[]' NOT NULL,
	`season` integer,
	`episodes` text DEFAULT '[]' NOT NULL,
	`quality` text,
	`languages` text DEFAULT '[]' NOT NULL,
	`group` text,
	`edition` text,
	`releaseName` text,
	`part` integer,
	`proper` integer DEFAULT false NOT NULL,
	`probe` text,
	`probeFault` text,
	`companions` text DEFAULT '[]' NOT NULL,
	`rootFolderId` integer,
	`profileId` text,
	`existing` text DEFAULT 'replace' NOT NULL,
	`title` text,
	`year` integer,
	`root` text,
	`destination` text,
	`destinationKey` text,
	`episodeTitles` text DEFAULT '[]' NOT NULL,
	`standing` text DEFAULT '[]' NOT NULL,
	`problem` text,
	`state` text NOT NULL,
	`message` text,
	`chosen` integer DEFAULT false NOT NULL,
	`outcome` text,
	`fault` text,
	`journal` text,
	`undo` text DEFAULT '[]' NOT NULL,
	`fileId` integer,
	`itemId` integer,
	`madeItem` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`lookId`) REFERENCES `import_looks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `import_rows_look` ON `import_rows` (`lookId`,`id`);--> statement-breakpoint
CREATE INDEX `import_rows_destination` ON `import_rows` (`lookId`,`destinationKey`);--> statement-breakpoint
CREATE TABLE `indexer_asks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indexerId` integer NOT NULL,
	`at` integer NOT NULL,
	`purpose` text NOT NULL,
	`requests` integer NOT NULL,
	`ok` integer NOT NULL,
	`ms` integer NOT NULL,
	`found` integer NOT NULL,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `indexer_asks_indexer` ON `indexer_asks` (`indexerId`,`at`);--> statement-breakpoint
CREATE INDEX `indexer_asks_at` ON `indexer_asks` (`at`);--> statement-breakpoint
CREATE TABLE `indexer_caps` (
	`indexerId` integer PRIMARY KEY NOT NULL,
	`caps` text NOT NULL,
	`askedAt` integer NOT NULL,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `indexer_definitions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`origin` text NOT NULL,
	`file` text NOT NULL,
	`definitionId` text NOT NULL,
	`sha256` text NOT NULL,
	`text` text,
	`summary` text,
	`faults` text NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indexer_definitions_file` ON `indexer_definitions` (`origin`,`file`);--> statement-breakpoint
CREATE TABLE `indexer_links` (
	`sourceId` integer NOT NULL,
	`remoteId` text NOT NULL,
	`indexerId` integer NOT NULL,
	`name` text NOT NULL,
	`feed` text NOT NULL,
	`present` integer NOT NULL,
	PRIMARY KEY(`sourceId`, `remoteId`),
	FOREIGN KEY (`sourceId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `indexer_sessions` (
	`indexerId` integer PRIMARY KEY NOT NULL,
	`cookies` text NOT NULL,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `seen_releases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indexerId` integer NOT NULL,
	`guid` text NOT NULL,
	`title` text NOT NULL,
	`protocol` text NOT NULL,
	`categories` text NOT NULL,
	`sizeBytes` integer,
	`publishedAt` integer,
	`seenAt` integer NOT NULL,
	FOREIGN KEY (`indexerId`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seen_releases_guid` ON `seen_releases` (`indexerId`,`guid`);--> statement-breakpoint
CREATE INDEX `seen_releases_seen` ON `seen_releases` (`seenAt`);--> statement-breakpoint
CREATE TABLE `bring_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sourceId` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`year` integer,
	`standing` text NOT NULL,
	`reasons` text DEFAULT '[]' NOT NULL,
	`facts` text NOT NULL,
	`localId` integer,
	`chosen` integer NOT NULL,
	`outcome` text,
	`message` text,
	FOREIGN KEY (`sourceId`) REFERENCES `bring_sources`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bring_rows_key` ON `bring_rows` (`sourceId`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `bring_rows_standing` ON `bring_rows` (`sourceId`,`kind`,`standing`,`id`);--> statement-breakpoint
CREATE TABLE `bring_sources` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`app` text NOT NULL,
	`address` text NOT NULL,
	`apiKey` text NOT NULL,
	`name` text NOT NULL,
	`version` text NOT NULL,
	`folders` text DEFAULT '[]' NOT NULL,
	`users` text DEFAULT '[]' NOT NULL,
	`mappings` text DEFAULT '[]' NOT NULL,
	`pairings` text DEFAULT '[]' NOT NULL,
	`lookedAt` integer,
	`appliedAt` integer,
	`addedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `brought_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`app` text NOT NULL,
	`sourceId` integer,
	`movieId` integer,
	`seriesId` integer,
	`episodeId` integer,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	`sourceTitle` text NOT NULL,
	`quality` text,
	`details` text NOT NULL,
	FOREIGN KEY (`sourceId`) REFERENCES `bring_sources`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`episodeId`) REFERENCES `episodes`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `brought_history_key_unique` ON `brought_history` (`key`);--> statement-breakpoint
CREATE INDEX `brought_history_movie` ON `brought_history` (`movieId`,`at`);--> statement-breakpoint
CREATE INDEX `brought_history_series` ON `brought_history` (`seriesId`,`at`);--> statement-breakpoint
CREATE TABLE `artwork` (
	`ref` text PRIMARY KEY NOT NULL,
	`tint` text NOT NULL,
	`blur` text NOT NULL,
	`fetchedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `kept_pictures` (
	`name` text PRIMARY KEY NOT NULL,
	`body` blob NOT NULL,
	`keptAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `metadata_cache` (
	`key` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`fetchedAt` integer NOT NULL,
	`expiresAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `metadata_cache_expiry` ON `metadata_cache` (`expiresAt`);--> statement-breakpoint
CREATE TABLE `job_logs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`jobId` integer NOT NULL,
	`at` integer NOT NULL,
	`line` text NOT NULL,
	FOREIGN KEY (`jobId`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_logs_job` ON `job_logs` (`jobId`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`lane` text NOT NULL,
	`state` text NOT NULL,
	`payload` text NOT NULL,
	`priority` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`maxAttempts` integer NOT NULL,
	`crashes` integer DEFAULT 0 NOT NULL,
	`runAt` integer NOT NULL,
	`dedupeKey` text,
	`leaseOwner` text,
	`leaseUntil` integer,
	`progress` real DEFAULT 0 NOT NULL,
	`note` text,
	`result` text,
	`error` text,
	`userId` text,
	`createdAt` integer NOT NULL,
	`startedAt` integer,
	`finishedAt` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_claim` ON `jobs` (`lane`,priority desc,`runAt`,`id`) WHERE state = 'queued';--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupeKey`) WHERE state in ('queued', 'running') and dedupeKey is not null;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`lane`,`runAt`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `jobs_leased` ON `jobs` (`leaseOwner`) WHERE leaseOwner is not null;--> statement-breakpoint
CREATE INDEX `jobs_state` ON `jobs` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_kind` ON `jobs` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `keys` (
	`name` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`port` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`enabled` integer NOT NULL,
	`priority` integer NOT NULL,
	`tags` text NOT NULL,
	`settings` text NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`disabledUntil` integer,
	`lastError` text,
	`lastFailureAt` integer,
	`lastSuccessAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `providers_port` ON `providers` (`port`,`priority`);--> statement-breakpoint
CREATE TABLE `settings` (
	`section` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updatedAt` integer NOT NULL,
	PRIMARY KEY(`section`, `key`)
);
--> statement-breakpoint
CREATE TABLE `task_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`taskId` text NOT NULL,
	`trigger` text NOT NULL,
	`state` text NOT NULL,
	`startedAt` integer NOT NULL,
	`finishedAt` integer,
	`message` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `task_runs_task` ON `task_runs` (`taskId`,`id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`enabled` integer DEFAULT true NOT NULL,
	`schedule` text,
	`nextRunAt` integer
);
--> statement-breakpoint
CREATE TABLE `formats` (
	`id` text PRIMARY KEY NOT NULL,
	`definition` text NOT NULL,
	`origin` text DEFAULT 'own' NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`definition` text NOT NULL,
	`origin` text DEFAULT 'own' NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `episode_files` (
	`episodeId` integer NOT NULL,
	`fileId` integer NOT NULL,
	PRIMARY KEY(`episodeId`, `fileId`),
	FOREIGN KEY (`episodeId`) REFERENCES `episodes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`fileId`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `episode_files_file` ON `episode_files` (`fileId`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rootFolderId` integer NOT NULL,
	`path` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`sizeBytes` integer NOT NULL,
	`mtimeMs` real NOT NULL,
	`device` text,
	`inode` text,
	`fingerprint` text,
	`state` text DEFAULT 'present' NOT NULL,
	`missingSince` integer,
	`role` text DEFAULT 'main' NOT NULL,
	`extraType` text,
	`part` integer,
	`movieId` integer,
	`seriesId` integer,
	`quality` text,
	`resolution` text,
	`source` text,
	`group` text,
	`edition` text,
	`isNameRead` integer DEFAULT false NOT NULL,
	`releaseName` text,
	`languages` text DEFAULT '[]' NOT NULL,
	`probe` text,
	`probeFault` text,
	`heldBy` text,
	`addedAt` integer NOT NULL,
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_path` ON `files` (`rootFolderId`,`path`);--> statement-breakpoint
CREATE INDEX `files_unit` ON `files` (`rootFolderId`,`unit`);--> statement-breakpoint
CREATE INDEX `files_movie` ON `files` (`movieId`) WHERE movieId IS NOT NULL;--> statement-breakpoint
CREATE INDEX `files_series` ON `files` (`seriesId`) WHERE seriesId IS NOT NULL;--> statement-breakpoint
CREATE INDEX `files_inode` ON `files` (`inode`);--> statement-breakpoint
CREATE INDEX `files_unread` ON `files` (`rootFolderId`) WHERE isNameRead = 0;--> statement-breakpoint
CREATE INDEX `files_absent` ON `files` (`rootFolderId`,`missingSince`) WHERE missingSince IS NOT NULL;--> statement-breakpoint
CREATE TABLE `sidecars` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`fileId` integer NOT NULL,
	`path` text NOT NULL,
	`kind` text NOT NULL,
	`language` text,
	`isForced` integer DEFAULT false NOT NULL,
	`isHearingImpaired` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`fileId`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sidecars_path` ON `sidecars` (`fileId`,`path`);--> statement-breakpoint
CREATE TABLE `unmatched` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rootFolderId` integer NOT NULL,
	`path` text NOT NULL,
	`title` text NOT NULL,
	`year` integer,
	`reason` text NOT NULL,
	`message` text NOT NULL,
	`suggestions` text DEFAULT '[]' NOT NULL,
	`fileCount` integer DEFAULT 0 NOT NULL,
	`ignored` integer DEFAULT false NOT NULL,
	`triedAt` integer NOT NULL,
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unmatched_path` ON `unmatched` (`rootFolderId`,`path`);--> statement-breakpoint
CREATE TABLE `folders` (
	`rootFolderId` integer NOT NULL,
	`path` text NOT NULL,
	`mtimeMs` real NOT NULL,
	`subfolders` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`rootFolderId`, `path`),
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `libraries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`seriesType` text DEFAULT 'standard' NOT NULL,
	`profileId` text,
	`monitorNew` integer DEFAULT true NOT NULL,
	`position` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `root_folders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`libraryId` integer NOT NULL,
	`path` text NOT NULL,
	`readOnly` integer DEFAULT false NOT NULL,
	`skipPatterns` text DEFAULT '[]' NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`isMount` integer,
	`freeBytes` integer,
	`scannedAt` integer,
	`report` text,
	`addedAt` integer NOT NULL,
	FOREIGN KEY (`libraryId`) REFERENCES `libraries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `root_folders_path_unique` ON `root_folders` (`path`);--> statement-breakpoint
CREATE TABLE `aliases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`movieId` integer,
	`seriesId` integer,
	`title` text NOT NULL,
	`language` text,
	`season` integer,
	`byHand` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `aliases_movie` ON `aliases` (`movieId`);--> statement-breakpoint
CREATE INDEX `aliases_series` ON `aliases` (`seriesId`);--> statement-breakpoint
CREATE TABLE `collections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tmdbId` integer,
	`name` text NOT NULL,
	`sortName` text NOT NULL,
	`overview` text,
	`posterPath` text,
	`backdropPath` text,
	`monitored` integer DEFAULT false NOT NULL,
	`profileId` text,
	`rootFolderId` integer,
	`minimumAvailability` text,
	`knownParts` text,
	`refreshedAt` integer,
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_tmdbId_unique` ON `collections` (`tmdbId`);--> statement-breakpoint
CREATE TABLE `episodes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seriesId` integer NOT NULL,
	`seasonNumber` integer NOT NULL,
	`number` integer NOT NULL,
	`absoluteNumber` integer,
	`tmdbId` integer,
	`tvdbId` integer,
	`title` text,
	`overview` text,
	`airDate` text,
	`runtimeMinutes` integer,
	`stillPath` text,
	`monitored` integer DEFAULT true NOT NULL,
	`fileCount` integer DEFAULT 0 NOT NULL,
	`quality` text,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `episodes_number` ON `episodes` (`seriesId`,`seasonNumber`,`number`);--> statement-breakpoint
CREATE INDEX `episodes_absolute` ON `episodes` (`seriesId`,`absoluteNumber`);--> statement-breakpoint
CREATE INDEX `episodes_air` ON `episodes` (`airDate`,`id`);--> statement-breakpoint
CREATE TABLE `item_tags` (
	`tagId` integer NOT NULL,
	`movieId` integer,
	`seriesId` integer,
	FOREIGN KEY (`tagId`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_tags_movie` ON `item_tags` (`movieId`,`tagId`);--> statement-breakpoint
CREATE UNIQUE INDEX `item_tags_series` ON `item_tags` (`seriesId`,`tagId`);--> statement-breakpoint
CREATE TABLE `movies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`libraryId` integer NOT NULL,
	`rootFolderId` integer,
	`folder` text,
	`tmdbId` integer,
	`imdbId` text,
	`title` text NOT NULL,
	`sortTitle` text NOT NULL,
	`originalTitle` text,
	`originalLanguage` text,
	`year` integer,
	`overview` text,
	`tagline` text,
	`genres` text DEFAULT '[]' NOT NULL,
	`studios` text DEFAULT '[]' NOT NULL,
	`certification` text,
	`runtimeMinutes` integer,
	`rating` real,
	`votes` integer,
	`posterPath` text,
	`backdropPath` text,
	`sourcePosterPath` text,
	`sourceBackdropPath` text,
	`trailerUrl` text,
	`monitored` integer DEFAULT true NOT NULL,
	`profileId` text,
	`lockedFields` text DEFAULT '[]' NOT NULL,
	`source` text DEFAULT 'name' NOT NULL,
	`confidence` real DEFAULT 0 NOT NULL,
	`reasons` text DEFAULT '[]' NOT NULL,
	`fileCount` integer DEFAULT 0 NOT NULL,
	`sizeBytes` integer DEFAULT 0 NOT NULL,
	`addedAt` integer NOT NULL,
	`refreshedAt` integer,
	`status` text,
	`inCinemas` text,
	`digitalRelease` text,
	`physicalRelease` text,
	`minimumAvailability` text DEFAULT 'released' NOT NULL,
	`collectionId` integer,
	`quality` text,
	`resolution` text,
	FOREIGN KEY (`libraryId`) REFERENCES `libraries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collectionId`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `movies_tmdb` ON `movies` (`tmdbId`);--> statement-breakpoint
CREATE INDEX `movies_imdb` ON `movies` (`imdbId`);--> statement-breakpoint
CREATE INDEX `movies_collection` ON `movies` (`collectionId`);--> statement-breakpoint
CREATE INDEX `movies_folder` ON `movies` (`rootFolderId`,`folder`);--> statement-breakpoint
CREATE TABLE `seasons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seriesId` integer NOT NULL,
	`number` integer NOT NULL,
	`title` text,
	`overview` text,
	`posterPath` text,
	`sourcePosterPath` text,
	`lockedFields` text DEFAULT '[]' NOT NULL,
	`monitored` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seasons_number` ON `seasons` (`seriesId`,`number`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`libraryId` integer NOT NULL,
	`rootFolderId` integer,
	`folder` text,
	`tmdbId` integer,
	`imdbId` text,
	`title` text NOT NULL,
	`sortTitle` text NOT NULL,
	`originalTitle` text,
	`originalLanguage` text,
	`year` integer,
	`overview` text,
	`tagline` text,
	`genres` text DEFAULT '[]' NOT NULL,
	`studios` text DEFAULT '[]' NOT NULL,
	`certification` text,
	`runtimeMinutes` integer,
	`rating` real,
	`votes` integer,
	`posterPath` text,
	`backdropPath` text,
	`sourcePosterPath` text,
	`sourceBackdropPath` text,
	`trailerUrl` text,
	`monitored` integer DEFAULT true NOT NULL,
	`profileId` text,
	`lockedFields` text DEFAULT '[]' NOT NULL,
	`source` text DEFAULT 'name' NOT NULL,
	`confidence` real DEFAULT 0 NOT NULL,
	`reasons` text DEFAULT '[]' NOT NULL,
	`fileCount` integer DEFAULT 0 NOT NULL,
	`sizeBytes` integer DEFAULT 0 NOT NULL,
	`addedAt` integer NOT NULL,
	`refreshedAt` integer,
	`tvdbId` integer,
	`tvmazeId` integer,
	`seriesType` text DEFAULT 'standard' NOT NULL,
	`status` text DEFAULT 'unknown' NOT NULL,
	`network` text,
	`firstAired` text,
	`lastAired` text,
	`nextAired` text,
	`episodeGroup` text,
	`monitorNew` integer DEFAULT true NOT NULL,
	`seasonFolders` integer DEFAULT true NOT NULL,
	`episodeCount` integer DEFAULT 0 NOT NULL,
	`episodeFileCount` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`libraryId`) REFERENCES `libraries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_tmdb` ON `series` (`tmdbId`);--> statement-breakpoint
CREATE INDEX `series_tvmaze` ON `series` (`tvmazeId`);--> statement-breakpoint
CREATE INDEX `series_tvdb` ON `series` (`tvdbId`);--> statement-breakpoint
CREATE INDEX `series_imdb` ON `series` (`imdbId`);--> statement-breakpoint
CREATE INDEX `series_next` ON `series` (`nextAired`,`id`);--> statement-breakpoint
CREATE INDEX `series_folder` ON `series` (`rootFolderId`,`folder`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name_unique` ON `tags` (`name`);--> statement-breakpoint
CREATE TABLE `credits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` integer NOT NULL,
	`movieId` integer,
	`seriesId` integer,
	`department` text NOT NULL,
	`role` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credits_person` ON `credits` (`personId`);--> statement-breakpoint
CREATE INDEX `credits_movie` ON `credits` (`movieId`,`position`);--> statement-breakpoint
CREATE INDEX `credits_series` ON `credits` (`seriesId`,`position`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tmdbId` integer,
	`name` text NOT NULL,
	`biography` text,
	`born` text,
	`died` text,
	`photoPath` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_tmdbId_unique` ON `people` (`tmdbId`);--> statement-breakpoint
CREATE TABLE `item_pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`movieId` integer,
	`seriesId` integer,
	`role` text NOT NULL,
	`season` integer,
	`rank` integer NOT NULL,
	`rootFolderId` integer NOT NULL,
	`path` text NOT NULL,
	`mtimeMs` real NOT NULL,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rootFolderId`) REFERENCES `root_folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `item_pictures_movie` ON `item_pictures` (`movieId`);--> statement-breakpoint
CREATE INDEX `item_pictures_series` ON `item_pictures` (`seriesId`);--> statement-breakpoint
CREATE INDEX `item_pictures_root` ON `item_pictures` (`rootFolderId`);--> statement-breakpoint
CREATE TABLE `undo_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text DEFAULT 'other' NOT NULL,
	`title` text NOT NULL,
	`values` text,
	`by` text,
	`steps` text NOT NULL,
	`undoneAt` integer,
	`undoneBy` text,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `undo_steps_created` ON `undo_steps` (`createdAt`);--> statement-breakpoint
CREATE TABLE `undo_subjects` (
	`stepId` integer NOT NULL,
	`kind` text NOT NULL,
	`itemId` integer NOT NULL,
	`title` text NOT NULL,
	FOREIGN KEY (`stepId`) REFERENCES `undo_steps`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `undo_subjects_step` ON `undo_subjects` (`stepId`);--> statement-breakpoint
CREATE INDEX `undo_subjects_item` ON `undo_subjects` (`kind`,`itemId`);--> statement-breakpoint
CREATE TABLE `progress` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`userId` text NOT NULL,
	`movieId` integer,
	`episodeId` integer,
	`seriesId` integer,
	`positionSeconds` real DEFAULT 0 NOT NULL,
	`durationSeconds` real,
	`watched` integer DEFAULT false NOT NULL,
	`playCount` integer DEFAULT 0 NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`movieId`) REFERENCES `movies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`episodeId`) REFERENCES `episodes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seriesId`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `progress_movie` ON `progress` (`userId`,`movieId`);--> statement-breakpoint
CREATE UNIQUE INDEX `progress_episode` ON `progress` (`userId`,`episodeId`);--> statement-breakpoint
CREATE INDEX `progress_recent` ON `progress` (`userId`,`updatedAt`);
CREATE TABLE `account_roles` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account` text NOT NULL,
	`role` text NOT NULL,
	`community` text,
	`area` text,
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_roles_by_account` ON `account_roles` (`account`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone_hash` text NOT NULL,
	`secret_hash` text NOT NULL,
	`made_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone_hash_unique` ON `accounts` (`phone_hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`phone_hash` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`blocked_until` text
);
--> statement-breakpoint
CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`kind` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `communities_slug_unique` ON `communities` (`slug`);--> statement-breakpoint
CREATE TABLE `community_localities` (
	`community` text NOT NULL,
	`pcode` text NOT NULL,
	PRIMARY KEY(`community`, `pcode`),
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pcode`) REFERENCES `places`(`pcode`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `community_localities_by_place` ON `community_localities` (`pcode`);--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`community` text NOT NULL,
	`number` integer NOT NULL,
	`sum_available` integer NOT NULL,
	`own_share` integer NOT NULL,
	`households` integer,
	`adult_hosts` integer,
	`adult_returned` integer,
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultations_by_number` ON `consultations` (`community`,`number`);--> statement-breakpoint
CREATE TABLE `place_names` (
	`folded` text NOT NULL,
	`pcode` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`folded`, `pcode`, `name`)
);
--> statement-breakpoint
CREATE INDEX `place_names_by_place` ON `place_names` (`pcode`);--> statement-breakpoint
CREATE TABLE `places` (
	`pcode` text PRIMARY KEY NOT NULL,
	`level` integer NOT NULL,
	`name` text NOT NULL,
	`parent` text,
	`latitude` real,
	`longitude` real,
	`vanished_on` text
);
--> statement-breakpoint
CREATE INDEX `places_by_parent` ON `places` (`parent`);--> statement-breakpoint
CREATE TABLE `stage_changes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`consultation` text NOT NULL,
	`stage` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text,
	`reason` text,
	FOREIGN KEY (`consultation`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_changes_by_consultation` ON `stage_changes` (`consultation`);--> statement-breakpoint
CREATE TABLE `event_changes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event` text NOT NULL,
	`change` text NOT NULL,
	`previous_start` text NOT NULL,
	`previous_place` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_changes_by_event` ON `event_changes` (`event`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`community` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`language` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text,
	`organiser` text NOT NULL,
	`phone` text NOT NULL,
	`announced_at` text NOT NULL,
	`announced_by` text NOT NULL,
	`cancelled_at` text,
	`changed_at` text NOT NULL,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_by_start` ON `events` (`starts_at`);--> statement-breakpoint
CREATE INDEX `events_by_community` ON `events` (`community`);--> statement-breakpoint
CREATE TABLE `proposal_merges` (
	`proposal` text PRIMARY KEY NOT NULL,
	`into` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_merges_by_into` ON `proposal_merges` (`into`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation` text NOT NULL,
	`title` text NOT NULL,
	`need` text NOT NULL,
	`gainers` text NOT NULL,
	`place` text NOT NULL,
	`category` text NOT NULL,
	`proposer_group` text NOT NULL,
	`language` text NOT NULL,
	`received_at` text NOT NULL,
	`entered_by` text,
	FOREIGN KEY (`consultation`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposals_by_consultation` ON `proposals` (`consultation`);--> statement-breakpoint
CREATE TABLE `screenings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`proposal` text NOT NULL,
	`feasible` integer NOT NULL,
	`reason` text,
	`cost` integer,
	`land` text,
	`upkeep_owner` text,
	`beneficiaries` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `screenings_by_proposal` ON `screenings` (`proposal`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sitting` text NOT NULL,
	`call` text NOT NULL,
	`host_women` integer NOT NULL,
	`host_men` integer NOT NULL,
	`returned_women` integer NOT NULL,
	`returned_men` integer NOT NULL,
	`youth` integer NOT NULL,
	`disability` integer NOT NULL,
	`disputes` integer NOT NULL,
	`met` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `card_printings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sitting` text NOT NULL,
	`colour` text NOT NULL,
	`count` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `left_off` (
	`poll` text NOT NULL,
	`proposal` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`poll`, `proposal`),
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `options` (
	`id` text PRIMARY KEY NOT NULL,
	`poll` text NOT NULL,
	`proposal` text NOT NULL,
	`position` integer NOT NULL,
	`letter` text NOT NULL,
	`colour` text NOT NULL,
	`icon` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`place` text NOT NULL,
	`proposer_group` text NOT NULL,
	`upkeep_owner` text NOT NULL,
	`cost` integer NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `options_by_position` ON `options` (`poll`,`position`);--> statement-breakpoint
CREATE TABLE `poll_closings` (
	`poll` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `polls` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation` text NOT NULL,
	`number` integer NOT NULL,
	`rule` text NOT NULL,
	`terms` text NOT NULL,
	`frozen_at` text NOT NULL,
	`frozen_by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`consultation`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `polls_by_number` ON `polls` (`consultation`,`number`);--> statement-breakpoint
CREATE TABLE `publications` (
	`poll` text PRIMARY KEY NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `results` (
	`poll` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`published` text NOT NULL,
	`fingerprint` text NOT NULL,
	`counted_at` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `results_by_fingerprint` ON `results` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `sittings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`poll` text NOT NULL,
	`channel` text NOT NULL,
	`place` text NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_id_unique` ON `sittings` (`id`);
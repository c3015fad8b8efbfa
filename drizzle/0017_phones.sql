CREATE TABLE `envelopes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`poll` text,
	`kind` text,
	`sitting` text,
	`device` text,
	`answer` text NOT NULL,
	`receipt` text NOT NULL,
	`signature` text NOT NULL,
	`counts_at` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `envelopes_by_sha256` ON `envelopes` (`sha256`);--> statement-breakpoint
CREATE INDEX `envelopes_by_poll` ON `envelopes` (`poll`);--> statement-breakpoint
CREATE UNIQUE INDEX `envelopes_counted_once` ON `envelopes` (`counts_at`,`device`);--> statement-breakpoint
CREATE TABLE `pairings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sitting` text NOT NULL,
	`role` text NOT NULL,
	`code_hash` text NOT NULL,
	`wrong` integer DEFAULT 0 NOT NULL,
	`expires_at` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `phones` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing` integer NOT NULL,
	`sitting` text NOT NULL,
	`role` text NOT NULL,
	`public_key` text NOT NULL,
	`token_hash` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`pairing`) REFERENCES `pairings`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phones_pairing_unique` ON `phones` (`pairing`);--> statement-breakpoint
CREATE UNIQUE INDEX `phones_token_hash_unique` ON `phones` (`token_hash`);
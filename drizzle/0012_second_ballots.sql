CREATE TABLE `lots` (
	`poll` text PRIMARY KEY NOT NULL,
	`option` text NOT NULL,
	`note` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`option`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `objection_answers` (
	`objection` integer PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`objection`) REFERENCES `objections`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `objections` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poll` text NOT NULL,
	`heard` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objections_by_poll` ON `objections` (`poll`);--> statement-breakpoint
CREATE TABLE `poll_voids` (
	`poll` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `records` (
	`publication` integer PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`salt` text NOT NULL,
	`signed` text NOT NULL,
	FOREIGN KEY (`publication`) REFERENCES `publications`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `supersedings` (
	`result` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	`after_entry` integer NOT NULL,
	FOREIGN KEY (`result`) REFERENCES `results`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `card_voids` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sitting` text NOT NULL,
	`colour` text NOT NULL,
	`count` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `count_entries` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sitting` text NOT NULL,
	`round` integer NOT NULL,
	`figures` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `count_entries_by_person` ON `count_entries` (`sitting`,`round`,`by`);--> statement-breakpoint
CREATE TABLE `missed_quorums` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poll` text NOT NULL,
	`call` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_calls` (
	`poll` text PRIMARY KEY NOT NULL,
	`first_place` text NOT NULL,
	`first_day` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sitting_closings` (
	`sitting` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `__new_results` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poll` text NOT NULL,
	`sealed` text NOT NULL,
	`published` text NOT NULL,
	`fingerprint` text NOT NULL,
	`counted_at` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_results`(`poll`, `sealed`, `published`, `fingerprint`, `counted_at`) SELECT `poll`, `sealed`, `published`, `fingerprint`, `counted_at` FROM `results` ORDER BY `counted_at`, `poll`;--> statement-breakpoint
DROP TABLE `results`;--> statement-breakpoint
ALTER TABLE `__new_results` RENAME TO `results`;--> statement-breakpoint
CREATE INDEX `results_by_fingerprint` ON `results` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `results_by_poll` ON `results` (`poll`);--> statement-breakpoint
CREATE TABLE `__new_publications` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poll` text NOT NULL,
	`result` integer NOT NULL,
	`note` text,
	`reason` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result`) REFERENCES `results`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_publications`(`poll`, `result`, `note`, `at`, `by`, `second_by`) SELECT `publications`.`poll`, `results`.`number`, `publications`.`note`, `publications`.`at`, `publications`.`by`, `publications`.`second_by` FROM `publications` JOIN `results` ON `results`.`poll` = `publications`.`poll` ORDER BY `publications`.`at`, `results`.`number`;--> statement-breakpoint
DROP TABLE `publications`;--> statement-breakpoint
ALTER TABLE `__new_publications` RENAME TO `publications`;--> statement-breakpoint
CREATE INDEX `publications_by_poll` ON `publications` (`poll`);--> statement-breakpoint
ALTER TABLE `attendances` ADD `judged` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `polls` ADD `kind` text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE `polls` ADD `after` text;--> statement-breakpoint
ALTER TABLE `sittings` ADD `closes_at` text;--> statement-breakpoint
ALTER TABLE `sittings` ADD `call` text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE `sittings` ADD `spare` integer DEFAULT false NOT NULL;--> statement-breakpoint
INSERT INTO `sitting_closings`(`sitting`, `outcome`, `at`, `by`, `second_by`) SELECT `sittings`.`id`, 'in', `poll_closings`.`at`, `poll_closings`.`by`, `poll_closings`.`second_by` FROM `sittings` JOIN `poll_closings` ON `poll_closings`.`poll` = `sittings`.`poll`;
--> statement-breakpoint
UPDATE `joint_acts` SET `expires_at` = `at` WHERE `act` IN ('freeze', 'open-poll', 'close-poll');

CREATE TABLE `airing_withdrawals` (
	`airing` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`airing`) REFERENCES `airings`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `airings` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event` text NOT NULL,
	`station` text NOT NULL,
	`aired_at` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`station`) REFERENCES `stations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `airings_by_event` ON `airings` (`event`);--> statement-breakpoint
CREATE INDEX `airings_by_station` ON `airings` (`station`);--> statement-breakpoint
CREATE TABLE `head_counts` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event` text NOT NULL,
	`took_place` integer NOT NULL,
	`host_women_least` integer NOT NULL,
	`host_women_most` integer NOT NULL,
	`host_men_least` integer NOT NULL,
	`host_men_most` integer NOT NULL,
	`returned_women_least` integer NOT NULL,
	`returned_women_most` integer NOT NULL,
	`returned_men_least` integer NOT NULL,
	`returned_men_most` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `head_counts_by_event` ON `head_counts` (`event`);--> statement-breakpoint
CREATE TABLE `sheet_pulls` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`station` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`station`) REFERENCES `stations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_pulls_by_station` ON `sheet_pulls` (`station`);--> statement-breakpoint
CREATE TABLE `event_answers` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event` text NOT NULL,
	`asked_at` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_answers_by_event` ON `event_answers` (`event`);--> statement-breakpoint
CREATE TABLE `event_confirmations` (
	`change` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`change`) REFERENCES `event_changes`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_guests` (
	`event` text NOT NULL,
	`community` text NOT NULL,
	PRIMARY KEY(`event`, `community`),
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_guests_by_community` ON `event_guests` (`community`);--> statement-breakpoint
CREATE TABLE `event_languages` (
	`event` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`event`, `language`),
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_texts` (
	`event` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`event`, `language`),
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_pictures` (
	`event` text PRIMARY KEY NOT NULL,
	`medium` text NOT NULL,
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_pictures_medium_unique` ON `event_pictures` (`medium`);--> statement-breakpoint
CREATE TABLE `event_voices` (
	`event` text NOT NULL,
	`language` text NOT NULL,
	`medium` text NOT NULL,
	`radio_medium` text,
	`radio_refusal` text,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`event`, `language`),
	FOREIGN KEY (`event`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`radio_medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_voices_number_unique` ON `event_voices` (`number`);--> statement-breakpoint
-- Changes refer to events, so they stand aside while the table of events is made anew.
CREATE TABLE `kept_changes` AS SELECT * FROM `event_changes`;--> statement-breakpoint
DELETE FROM `event_changes`;--> statement-breakpoint
CREATE TABLE `__new_events` (
	`id` text PRIMARY KEY NOT NULL,
	`community` text NOT NULL,
	`kind` text NOT NULL,
	`audience` text DEFAULT 'everyone' NOT NULL,
	`title` text NOT NULL,
	`about` text NOT NULL,
	`language` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text,
	`organiser` text NOT NULL,
	`phone` text NOT NULL,
	`series` text,
	`written_by` text NOT NULL,
	`announced_at` text,
	`sending_asked_at` text,
	`sending_asked_by` text,
	`cancelled_at` text,
	`hidden` integer DEFAULT false NOT NULL,
	`changed_at` text NOT NULL,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_events`("id", "community", "kind", "audience", "title", "about", "language", "place", "starts_at", "ends_at", "organiser", "phone", "series", "written_by", "announced_at", "sending_asked_at", "sending_asked_by", "cancelled_at", "hidden", "changed_at", "sequence") SELECT "id", "community", "kind", 'everyone', "title", "about", "language", "place", "starts_at", "ends_at", "organiser", "phone", NULL, "announced_by", "announced_at", "announced_at", "announced_by", "cancelled_at", false, "changed_at", "sequence" FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
INSERT INTO `event_changes` SELECT * FROM `kept_changes`;--> statement-breakpoint
DROP TABLE `kept_changes`;--> statement-breakpoint
CREATE INDEX `events_by_start` ON `events` (`starts_at`);--> statement-breakpoint
CREATE INDEX `events_by_community` ON `events` (`community`);--> statement-breakpoint
CREATE INDEX `events_by_change` ON `events` (`changed_at`);
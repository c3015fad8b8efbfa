CREATE TABLE `proposal_voices` (
	`proposal` text PRIMARY KEY NOT NULL,
	`medium` text NOT NULL,
	`small_medium` text,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`small_medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_voices_medium_unique` ON `proposal_voices` (`medium`);--> statement-breakpoint
CREATE TABLE `spoken_labels` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`label` text NOT NULL,
	`language` text NOT NULL,
	`medium` text NOT NULL,
	`placeholder` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `spoken_labels_by_label` ON `spoken_labels` (`language`,`label`);--> statement-breakpoint
CREATE TABLE `wording_remarks` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`language` text NOT NULL,
	`page` text NOT NULL,
	`said` text NOT NULL,
	`better` text NOT NULL,
	`at` text NOT NULL,
	`done_at` text,
	`done_by` text
);
--> statement-breakpoint
CREATE INDEX `wording_remarks_waiting` ON `wording_remarks` (`language`,`done_at`);--> statement-breakpoint
ALTER TABLE `proposals` ADD `kept_as` text;--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_kept_as_unique` ON `proposals` (`kept_as`);
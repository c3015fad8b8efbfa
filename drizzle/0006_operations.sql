CREATE TABLE `box_wipes` (
	`sitting` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`sitting`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `task_runs` (
	`task` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`changed` integer NOT NULL,
	`failure` text
);
--> statement-breakpoint
ALTER TABLE `sign_in_failures` ADD `failed_at` text;
CREATE TABLE `discretion_changes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`community` text NOT NULL,
	`discreet` integer NOT NULL,
	`hidden_until` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `discretion_changes_by_community` ON `discretion_changes` (`community`);--> statement-breakpoint
ALTER TABLE `communities` ADD `discreet` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `communities` ADD `hidden_until` text;
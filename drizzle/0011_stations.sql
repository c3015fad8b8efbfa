CREATE TABLE `station_areas` (
	`station` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`station`, `area`),
	FOREIGN KEY (`station`) REFERENCES `stations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `station_changes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`station` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`station`) REFERENCES `stations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `station_changes_by_station` ON `station_changes` (`station`);--> statement-breakpoint
CREATE TABLE `station_languages` (
	`station` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`station`, `language`),
	FOREIGN KEY (`station`) REFERENCES `stations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stations_slug_unique` ON `stations` (`slug`);--> statement-breakpoint
ALTER TABLE `account_roles` ADD `station` text;
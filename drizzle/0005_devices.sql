CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`secret_hash` text NOT NULL,
	`enrolled_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_by_secret` ON `devices` (`secret_hash`,`account`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`account` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `slips` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account` text NOT NULL,
	`code_hash` text NOT NULL,
	`made_by` text,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slips_by_account` ON `slips` (`account`);
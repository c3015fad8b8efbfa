CREATE TABLE `joint_act_ends` (
	`act` integer PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`act`) REFERENCES `joint_acts`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `joint_acts` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`act` text NOT NULL,
	`community` text,
	`payload` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`expires_at` text NOT NULL
);

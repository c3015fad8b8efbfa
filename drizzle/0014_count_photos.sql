CREATE TABLE `count_photos` (
	`entry` integer PRIMARY KEY NOT NULL,
	`medium` text NOT NULL,
	FOREIGN KEY (`entry`) REFERENCES `count_entries`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`medium`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `count_photos_medium_unique` ON `count_photos` (`medium`);
CREATE TABLE `minutes_notes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poll` text NOT NULL,
	`notes` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minutes_notes_by_poll` ON `minutes_notes` (`poll`);--> statement-breakpoint
CREATE TRIGGER minutes_notes_are_kept BEFORE UPDATE ON minutes_notes BEGIN SELECT RAISE(ABORT, 'notes of minutes are never changed'); END;--> statement-breakpoint
CREATE TRIGGER minutes_notes_stay BEFORE DELETE ON minutes_notes BEGIN SELECT RAISE(ABORT, 'notes of minutes are never removed'); END;

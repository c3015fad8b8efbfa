CREATE TABLE `audit_entries` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`previous` text NOT NULL,
	`salt` text NOT NULL,
	`act` text NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`second_by` text,
	`subject` text,
	`details` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_by_subject` ON `audit_entries` (`subject`);--> statement-breakpoint
CREATE TABLE `intention_ends` (
	`intention` integer PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`intention`) REFERENCES `intentions`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `intentions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`act` text NOT NULL,
	`poll` text NOT NULL,
	`payload` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`poll`) REFERENCES `polls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `card_printings` ADD `lost` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- The chain only grows: each entry follows the newest one. The number is checked as well, since a replacing insert would else
-- remove an entry without asking any trigger.
CREATE TRIGGER audit_entries_follow BEFORE INSERT ON audit_entries
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM audit_entries)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM audit_entries ORDER BY number DESC LIMIT 1), printf('%.64c', '0'))
BEGIN SELECT RAISE(ABORT, 'an audit entry follows the newest one'); END;--> statement-breakpoint
CREATE TRIGGER audit_entries_are_kept BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;--> statement-breakpoint
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END;--> statement-breakpoint
CREATE TRIGGER intentions_are_kept BEFORE UPDATE ON intentions BEGIN SELECT RAISE(ABORT, 'an intention is never changed'); END;--> statement-breakpoint
CREATE TRIGGER intentions_stay BEFORE DELETE ON intentions BEGIN SELECT RAISE(ABORT, 'an intention is never removed'); END;--> statement-breakpoint
CREATE TRIGGER intention_ends_are_kept BEFORE UPDATE ON intention_ends BEGIN SELECT RAISE(ABORT, 'an end is never changed'); END;--> statement-breakpoint
CREATE TRIGGER intention_ends_stay BEFORE DELETE ON intention_ends BEGIN SELECT RAISE(ABORT, 'an end is never removed'); END;

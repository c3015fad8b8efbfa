CREATE TABLE `__new_lots` (
	`result` integer PRIMARY KEY NOT NULL,
	`option` text NOT NULL,
	`note` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`second_by` text NOT NULL,
	FOREIGN KEY (`result`) REFERENCES `results`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`option`) REFERENCES `options`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_lots`("result", "option", "note", "at", "by", "second_by") SELECT (SELECT min(r.number) FROM results r WHERE r.poll = lots.poll AND r.number > (SELECT min(f.number) FROM results f WHERE f.poll = lots.poll)), "option", "note", "at", "by", "second_by" FROM `lots`;--> statement-breakpoint
DROP TABLE `lots`;--> statement-breakpoint
ALTER TABLE `__new_lots` RENAME TO `lots`;
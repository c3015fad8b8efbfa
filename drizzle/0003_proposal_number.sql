DROP INDEX `proposals_by_consultation`;--> statement-breakpoint
ALTER TABLE `proposals` ADD `number` integer NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE `proposals` SET `number` = `ranked`.`n` FROM (
  SELECT `id`, row_number() OVER (PARTITION BY `consultation` ORDER BY `received_at`, rowid) AS `n` FROM `proposals`
) AS `ranked` WHERE `ranked`.`id` = `proposals`.`id`;--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_by_number` ON `proposals` (`consultation`,`number`);

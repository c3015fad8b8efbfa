UPDATE `accounts` SET `name` = '', `phone_hash` = 'ended-' || `id`, `secret_hash` = '-' WHERE `ended_at` IS NOT NULL;--> statement-breakpoint
DELETE FROM `devices` WHERE `account` IN (SELECT `id` FROM `accounts` WHERE `ended_at` IS NOT NULL);--> statement-breakpoint
DELETE FROM `slips` WHERE `account` IN (SELECT `id` FROM `accounts` WHERE `ended_at` IS NOT NULL);--> statement-breakpoint
DELETE FROM `second_factors` WHERE `account` IN (SELECT `id` FROM `accounts` WHERE `ended_at` IS NOT NULL);

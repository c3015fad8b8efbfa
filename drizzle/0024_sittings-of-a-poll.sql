CREATE INDEX `attendances_by_sitting` ON `attendances` (`sitting`);--> statement-breakpoint
CREATE INDEX `missed_quorums_by_poll` ON `missed_quorums` (`poll`);--> statement-breakpoint
CREATE INDEX `sittings_by_poll` ON `sittings` (`poll`);
CREATE INDEX `event_voices_by_medium` ON `event_voices` (`medium`);--> statement-breakpoint
CREATE INDEX `event_voices_by_radio_medium` ON `event_voices` (`radio_medium`);
-- What was frozen, counted or recorded is never changed: it is superseded by a new row.
CREATE TRIGGER polls_are_frozen BEFORE UPDATE ON polls BEGIN SELECT RAISE(ABORT, 'a frozen poll is never changed'); END;--> statement-breakpoint
CREATE TRIGGER options_are_frozen BEFORE UPDATE ON options BEGIN SELECT RAISE(ABORT, 'a frozen option is never changed'); END;--> statement-breakpoint
CREATE TRIGGER options_stay BEFORE DELETE ON options BEGIN SELECT RAISE(ABORT, 'a frozen option is never removed'); END;--> statement-breakpoint
CREATE TRIGGER left_off_is_frozen BEFORE UPDATE ON left_off BEGIN SELECT RAISE(ABORT, 'a public reason is never changed'); END;--> statement-breakpoint
CREATE TRIGGER results_are_kept BEFORE UPDATE ON results BEGIN SELECT RAISE(ABORT, 'a result is never changed'); END;--> statement-breakpoint
CREATE TRIGGER stage_changes_are_kept BEFORE UPDATE ON stage_changes BEGIN SELECT RAISE(ABORT, 'a recorded act is never changed'); END;--> statement-breakpoint
CREATE TRIGGER stage_changes_stay BEFORE DELETE ON stage_changes BEGIN SELECT RAISE(ABORT, 'a recorded act is never removed'); END;

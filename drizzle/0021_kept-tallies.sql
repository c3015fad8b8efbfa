CREATE TABLE `area_tallies` (
	`area` text PRIMARY KEY NOT NULL,
	`communities` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `community_areas` (
	`area` text NOT NULL,
	`community` text NOT NULL,
	PRIMARY KEY(`area`, `community`)
);
--> statement-breakpoint
CREATE INDEX `community_areas_by_community` ON `community_areas` (`community`);--> statement-breakpoint
ALTER TABLE `consultations` ADD `stage_now` text;--> statement-breakpoint
CREATE INDEX `consultations_by_stage` ON `consultations` (`stage_now`);--> statement-breakpoint
CREATE VIEW locality_areas (community, area) AS
SELECT community, pcode FROM community_localities
UNION ALL SELECT lies.community, spot.parent FROM community_localities AS lies JOIN places AS spot ON spot.pcode = lies.pcode WHERE spot.parent IS NOT NULL
UNION ALL SELECT lies.community, commune.parent FROM community_localities AS lies JOIN places AS spot ON spot.pcode = lies.pcode JOIN places AS commune ON commune.pcode = spot.parent WHERE commune.parent IS NOT NULL
UNION ALL SELECT lies.community, cercle.parent FROM community_localities AS lies JOIN places AS spot ON spot.pcode = lies.pcode JOIN places AS commune ON commune.pcode = spot.parent JOIN places AS cercle ON cercle.pcode = commune.parent WHERE cercle.parent IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER area_tallies_insert_is_public AFTER INSERT ON area_tallies BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER area_tallies_update_is_public AFTER UPDATE ON area_tallies BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER area_tallies_delete_is_public AFTER DELETE ON area_tallies BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_areas_insert_is_public AFTER INSERT ON community_areas BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_areas_update_is_public AFTER UPDATE ON community_areas BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_areas_delete_is_public AFTER DELETE ON community_areas BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_areas_are_counted AFTER INSERT ON community_areas WHEN (SELECT level FROM places WHERE pcode = new.area) < 4 BEGIN INSERT INTO area_tallies (area, communities) VALUES (new.area, 1) ON CONFLICT (area) DO UPDATE SET communities = communities + 1; END;--> statement-breakpoint
CREATE TRIGGER community_areas_are_uncounted AFTER DELETE ON community_areas WHEN (SELECT level FROM places WHERE pcode = old.area) < 4 BEGIN UPDATE area_tallies SET communities = communities - 1 WHERE area = old.area; END;--> statement-breakpoint
CREATE TRIGGER localities_have_areas AFTER INSERT ON community_localities BEGIN INSERT OR IGNORE INTO community_areas (area, community) SELECT area, community FROM locality_areas WHERE community = new.community; END;--> statement-breakpoint
CREATE TRIGGER localities_lose_areas AFTER DELETE ON community_localities BEGIN DELETE FROM community_areas WHERE community = old.community AND area NOT IN (SELECT area FROM locality_areas WHERE community = old.community); END;--> statement-breakpoint
CREATE TRIGGER places_move_areas AFTER UPDATE OF parent ON places WHEN new.parent IS NOT old.parent BEGIN INSERT OR IGNORE INTO community_areas (area, community) SELECT locality_areas.area, locality_areas.community FROM community_areas AS those JOIN locality_areas ON locality_areas.community = those.community WHERE those.area = new.pcode; DELETE FROM community_areas WHERE community IN (SELECT community FROM community_areas WHERE area = new.pcode) AND area NOT IN (SELECT area FROM locality_areas WHERE locality_areas.community = community_areas.community); END;--> statement-breakpoint
CREATE TRIGGER places_bring_areas AFTER INSERT ON places WHEN EXISTS (SELECT 1 FROM community_areas WHERE area = new.pcode) BEGIN INSERT OR IGNORE INTO community_areas (area, community) SELECT locality_areas.area, locality_areas.community FROM community_areas AS those JOIN locality_areas ON locality_areas.community = those.community WHERE those.area = new.pcode; DELETE FROM community_areas WHERE community IN (SELECT community FROM community_areas WHERE area = new.pcode) AND area NOT IN (SELECT area FROM locality_areas WHERE locality_areas.community = community_areas.community); END;--> statement-breakpoint
CREATE TRIGGER stage_changes_are_now AFTER INSERT ON stage_changes BEGIN UPDATE consultations SET stage_now = new.stage WHERE id = new.consultation; END;--> statement-breakpoint
INSERT OR IGNORE INTO community_areas (area, community) SELECT area, community FROM locality_areas;--> statement-breakpoint
UPDATE consultations SET stage_now = (SELECT stage FROM stage_changes WHERE consultation = consultations.id ORDER BY number DESC LIMIT 1);

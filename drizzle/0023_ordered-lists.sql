CREATE TABLE `community_names` (
	`folded` text NOT NULL,
	`community` text NOT NULL,
	PRIMARY KEY(`folded`, `community`),
	FOREIGN KEY (`community`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `communities` ADD `ordered` text GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower("name"), 'À', 'a'), 'Â', 'a'), 'Ä', 'a'), 'Ã', 'a'), 'Á', 'a'), 'à', 'a'), 'â', 'a'), 'ä', 'a'), 'ã', 'a'), 'á', 'a'), 'Ç', 'c'), 'ç', 'c'), 'É', 'e'), 'È', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'Ɛ', 'e~'), 'ɛ', 'e~'), 'Î', 'i'), 'Ï', 'i'), 'Í', 'i'), 'î', 'i'), 'ï', 'i'), 'í', 'i'), 'Ñ', 'n'), 'ñ', 'n'), 'Ɲ', 'n~'), 'ɲ', 'n~'), 'Ŋ', 'n~~'), 'ŋ', 'n~~'), 'Ô', 'o'), 'Ö', 'o'), 'Õ', 'o'), 'Ó', 'o'), 'ô', 'o'), 'ö', 'o'), 'õ', 'o'), 'ó', 'o'), 'Ɔ', 'o~'), 'ɔ', 'o~'), 'Š', 's'), 'š', 's'), 'Ù', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ú', 'u'), 'ù', 'u'), 'û', 'u'), 'ü', 'u'), 'ú', 'u'), '''', ''), '’', ''), '-', ' ')) VIRTUAL;--> statement-breakpoint
CREATE INDEX `communities_in_order` ON `communities` (`ordered`,`id`);--> statement-breakpoint
ALTER TABLE `community_areas` ADD `ordered` text;--> statement-breakpoint
CREATE INDEX `community_areas_in_order` ON `community_areas` (`area`,`ordered`,`community`);--> statement-breakpoint
CREATE TRIGGER community_names_insert_is_public AFTER INSERT ON community_names BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_names_update_is_public AFTER UPDATE ON community_names BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_names_delete_is_public AFTER DELETE ON community_names BEGIN UPDATE public_content SET version = version + 1; END;--> statement-breakpoint
CREATE TRIGGER community_areas_are_ordered AFTER INSERT ON community_areas BEGIN UPDATE community_areas SET ordered = (SELECT ordered FROM communities WHERE id = new.community) WHERE area = new.area AND community = new.community; END;--> statement-breakpoint
UPDATE community_areas SET ordered = (SELECT ordered FROM communities WHERE id = community);--> statement-breakpoint
INSERT OR IGNORE INTO community_names (folded, community) SELECT '=' || folded, id FROM communities;--> statement-breakpoint
WITH RECURSIVE later (rest, community) AS (SELECT substr(folded, instr(folded, ' ') + 1), id FROM communities WHERE instr(folded, ' ') > 0 UNION SELECT substr(rest, instr(rest, ' ') + 1), community FROM later WHERE instr(rest, ' ') > 0) INSERT OR IGNORE INTO community_names (folded, community) SELECT rest, community FROM later;

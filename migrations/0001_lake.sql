CREATE TABLE `calibration_reports` (
	`assessment_id` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`completions` integer NOT NULL,
	`used` integer NOT NULL,
	`careless` integer NOT NULL,
	`file` text NOT NULL,
	`proposed_version` integer,
	PRIMARY KEY(`assessment_id`, `language`, `created_at`)
);
--> statement-breakpoint
CREATE TABLE `percentile_tables` (
	`assessment_id` text NOT NULL,
	`language` text NOT NULL,
	`table` text NOT NULL,
	`computed_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `language`)
);
--> statement-breakpoint
CREATE TABLE `lake_tombstones` (
	`key` text PRIMARY KEY NOT NULL,
	`folder` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lake_tombstones_folder` ON `lake_tombstones` (`folder`);--> statement-breakpoint
ALTER TABLE `profiles` ADD `continued` integer DEFAULT false NOT NULL;
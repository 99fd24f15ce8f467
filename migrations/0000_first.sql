CREATE TABLE `counted_events` (
	`id` text PRIMARY KEY NOT NULL,
	`counted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counted_events_age` ON `counted_events` (`counted_at`);--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`body` text NOT NULL,
	`died_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rollups` (
	`day` text NOT NULL,
	`metric` text NOT NULL,
	`dimension` text DEFAULT '' NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `metric`, `dimension`)
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`assessment_id` text NOT NULL,
	`type` text NOT NULL,
	`count` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `type`)
);
--> statement-breakpoint
CREATE TABLE `assessment_texts` (
	`assessment_id` text NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`items` text NOT NULL,
	`copy` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `version`, `language`)
);
--> statement-breakpoint
CREATE INDEX `assessment_texts_language` ON `assessment_texts` (`language`);--> statement-breakpoint
CREATE TABLE `assessment_versions` (
	`assessment_id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`bank` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`current_version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pdf_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`profile_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `profiles` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text,
	`session_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`assessment_id` text NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`mode` text NOT NULL,
	`nickname` text,
	`display_gender` text NOT NULL,
	`visibility` text NOT NULL,
	`score` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `profiles_slug_unique` ON `profiles` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `profiles_session_id_unique` ON `profiles` (`session_id`);--> statement-breakpoint
CREATE INDEX `profiles_created` ON `profiles` (`assessment_id`,`language`,`created_at`);
CREATE TABLE `idempotency_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_at` ON `idempotency_keys` (`at`);
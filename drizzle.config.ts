import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'sqlite', schema: './workers/db/tables/*.ts', out: './migrations' });

import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';

export const passkeys = new Hono<AppEnv>();

import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';

export const oauth = new Hono<AppEnv>();

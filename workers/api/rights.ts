import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';

export const rights = new Hono<AppEnv>();

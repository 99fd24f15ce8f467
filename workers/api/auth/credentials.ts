import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';

export const credentials = new Hono<AppEnv>();

import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';

export const audit = new Hono<AppEnv>();

import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';

export const mfa = new Hono<AppEnv>();

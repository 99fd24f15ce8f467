import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { assessments } from './api/assessments.ts';
import { audit } from './api/audit.ts';
import { auth } from './api/auth/index.ts';
import { cards, keptCard } from './api/cards.ts';
import { events } from './api/events.ts';
import { health } from './api/health.ts';
import { openapi } from './api/openapi.ts';
import { profiles } from './api/profiles.ts';
import { rights } from './api/rights.ts';
import { sessions } from './api/sessions.ts';
import { users } from './api/users.ts';
import { type AppEnv, requestContext } from './context.ts';
import { checkEnv } from './env.ts';
import { bodyGuard } from './lib/body.ts';
import { limit } from './lib/limit.ts';
import { describeError, log } from './lib/log.ts';
import { measured } from './lib/measured.ts';
import { methodsAt } from './lib/methods.ts';
import { crossOrigin } from './lib/origin.ts';
import { Problem, problemResponse } from './lib/problem.ts';

const api = new Hono<AppEnv>()
  .use(bodyGuard)
  // Before the limit by address: a whole school behind one address may answer at once. Each session has its own.
  .route('/', sessions)
  .use(limit('RATE_LIMIT'))
  .route('/assessments', assessments)
  .route('/profiles', profiles)
  .route('/events', events)
  .route('/auth', auth)
  .route('/users', users)
  .route('/users', rights)
  .route('/audit', audit);

const CSP = 'content-security-policy';

export const app = new Hono<AppEnv>()
  .get('/cards/:file', keptCard)
  .use(async (c, next) => {
    checkEnv(c.env);
    await next();
  })
  .use(requestId({ headerName: 'x-request-id', generator: () => crypto.randomUUID() }))
  .use(async (c, next) => {
    c.set('ctx', requestContext(c));
    await next();
    // Here, because a response made anew (a problem, a kept copy) brings no header set before it.
    // Not by c.header(): on a finished answer that builds the response a second time.
    c.res.headers.set('x-request-id', c.var.requestId);
  })
  .use(measured)
  .use(
    secureHeaders({
      crossOriginResourcePolicy: false,
      referrerPolicy: 'strict-origin-when-cross-origin',
      xFrameOptions: 'DENY',
    }),
  )
  .use(async (c, next) => {
    await next();
    // The one page here, the reference, brings a policy of its own.
    if (!c.res.headers.has(CSP)) c.res.headers.set(CSP, "default-src 'none'; frame-ancestors 'none'");
  })
  .use(crossOrigin)
  .route('/', health)
  .route('/cards', cards)
  .route('/api/v1', api);

app.route('/api/v1', openapi(app));

app.notFound((c) => {
  const allow = methodsAt(app, c.req.path);
  if (allow.length === 0) return problemResponse('not_found', c.var.requestId);
  const refused = problemResponse('method_not_allowed', c.var.requestId);
  refused.headers.set('allow', allow.join(', '));
  return refused;
});

app.onError((error, c) => {
  if (error instanceof Problem) return problemResponse(error.code, c.var.requestId, error.extra);
  if (error instanceof HTTPException && error.status === 400) {
    return problemResponse('malformed_json', c.var.requestId);
  }
  log('error', { requestId: c.var.requestId, ...describeError(error) });
  return problemResponse('internal', c.var.requestId);
});

import { Router } from 'express';
import type { ApiDependencies, PeopleDependencies, RouteDependencies } from './dependencies.ts';
import type { Endpoint, EndpointDescription } from './endpoint.ts';
import { mountEndpoints } from './mount.ts';
import { openApiDescription, openApiDocument } from './openapi.ts';
import { admit } from './policies/access.ts';
import { identify } from './policies/identify.ts';
import { asAskedFor } from './policies/own-business.ts';
import { repeating } from './policies/repeating.ts';
import { slowDownStrangers } from './policies/strangers.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { availabilityRoutes } from './routes/availability.ts';
import { businessRoutes } from './routes/businesses.ts';
import { callReplayRoutes } from './routes/call-replay.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { callRoutes } from './routes/calls.ts';
import { demoBusinessRoutes } from './routes/demo-business.ts';
import { doctorRoutes } from './routes/doctor.ts';
import { draftRoutes } from './routes/drafts.ts';
import { leadRoutes } from './routes/leads.ts';
import { liveDescription, liveRoute } from './routes/live.ts';
import { numbersRoutes } from './routes/numbers.ts';
import { previewRoutes } from './routes/preview.ts';
import { promptRoutes } from './routes/prompt.ts';
import { reminderRoutes } from './routes/reminders.ts';
import { sessionRoutes } from './routes/session.ts';
import { resourceRoutes } from './routes/resources.ts';
import { settingsRoutes } from './routes/settings.ts';
import { versionRoutes } from './routes/versions.ts';
import { waitlistRoutes } from './routes/waitlist.ts';
import { trialRoutes } from './routes/trials.ts';
import { userRoutes } from './routes/users.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { Sessions } from './sessions/sessions.ts';

/** Who may come in. These see users and sessions, whoever asks; each says itself what of it the asker may see. */
function peopleRoutes(dependencies: PeopleDependencies): Endpoint[] {
  return [...sessionRoutes(dependencies), ...userRoutes(dependencies)];
}

/** Everything else. An owner's requests see their business alone. */
function allRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [
    ...businessRoutes(dependencies),
    ...settingsRoutes(dependencies),
    ...resourceRoutes(dependencies),
    ...promptRoutes(dependencies),
    ...availabilityRoutes(dependencies),
    ...appointmentRoutes(dependencies),
    ...leadRoutes(dependencies),
    ...waitlistRoutes(dependencies),
    ...calendarRoutes(dependencies),
    ...callRoutes(dependencies),
    ...callReplayRoutes(dependencies),
    ...numbersRoutes(dependencies),
    ...doctorRoutes(dependencies),
    ...reminderRoutes(dependencies),
    ...webhookRoutes(dependencies),
    ...draftRoutes(dependencies),
    ...versionRoutes(dependencies),
    ...previewRoutes(dependencies),
    ...trialRoutes(dependencies),
    ...demoBusinessRoutes(dependencies),
  ];
}

const socketOriginOf = (origin: string): string => origin.replace(/^http/, 'ws');

/** Every route as it is published, without a service: nothing is reached before a route is asked. */
export function describedRoutes(): EndpointDescription[] {
  const nothing = {} as PeopleDependencies & RouteDependencies;
  return [...peopleRoutes(nothing), ...allRoutes(nothing), liveDescription, openApiDescription];
}

/** The OpenAPI document of every route. */
export function apiDocument(): ReturnType<typeof openApiDocument> {
  return openApiDocument(describedRoutes());
}

/** The REST API of contract §5, to be mounted at `/api/v1`. Every route but signing in needs the bearer token or a session. */
export function createApi(given: ApiDependencies): Router {
  const { database, adminToken, publicOrigin, log, now = Date.now } = given;
  const asked = repeating(database);
  const sessions = new Sessions({ database: asked, adminToken, now });
  const routes = [
    ...peopleRoutes({ database: asked, sessions, adminToken, now, log }),
    ...allRoutes({
      ...given,
      database: asAskedFor(asked),
      socketOrigin: socketOriginOf(publicOrigin),
      now,
    }),
  ];
  const document = openApiDocument([...routes, liveDescription, openApiDescription]);
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  router.use(slowDownStrangers(adminToken), identify({ adminToken, sessions, publicOrigin }));
  mountEndpoints(router, routes);
  router.use(admit('signedIn'));
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/live', liveRoute(given.liveCalls, sessions));
  return router;
}

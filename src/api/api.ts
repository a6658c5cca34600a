import { Router, json } from 'express';
import type { ApiDependencies, RouteDependencies } from './dependencies.ts';
import type { Endpoint } from './endpoint.ts';
import { mountEndpoints } from './mount.ts';
import { openApiDescription, openApiDocument } from './openapi.ts';
import { refuseStrangers, slowDownStrangers } from './policies/strangers.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { availabilityRoutes } from './routes/availability.ts';
import { businessRoutes } from './routes/businesses.ts';
import { callRoutes } from './routes/calls.ts';
import { leadRoutes } from './routes/leads.ts';
import { liveDescription, liveRoute } from './routes/live.ts';
import { promptRoutes } from './routes/prompt.ts';
import { settingsRoutes } from './routes/settings.ts';
import { waitlistRoutes } from './routes/waitlist.ts';

const BODY_LIMIT_BYTES = 256 * 1024;

function allRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [
    ...businessRoutes(dependencies),
    ...settingsRoutes(dependencies),
    ...promptRoutes(dependencies),
    ...availabilityRoutes(dependencies),
    ...appointmentRoutes(dependencies),
    ...leadRoutes(dependencies),
    ...waitlistRoutes(dependencies),
    ...callRoutes(dependencies),
  ];
}

/** The REST API of contract §5, to be mounted at `/api/v1`. Every route needs the bearer token. */
export function createApi({ adminToken, now = Date.now, ...rest }: ApiDependencies): Router {
  const routes = allRoutes({ ...rest, now });
  const document = openApiDocument([...routes, liveDescription, openApiDescription]);
  const router = Router();
  router.use(slowDownStrangers(adminToken), refuseStrangers(adminToken));
  router.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  router.use(json({ limit: BODY_LIMIT_BYTES }));
  mountEndpoints(router, routes);
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/live', liveRoute(rest.liveCalls));
  return router;
}

import { Router, static as files } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentPolicy, permissionsPolicy } from './content-policy.ts';
import { notBuiltPage } from './not-built-page.ts';

export interface ConsolePagesOptions {
  /** Where the built console is: `index.html`, and `assets/` with the files named after their hash. */
  directory: string;
  /** The public origin as a socket address. */
  socketOrigin: string;
}

const NONCE_PLACE = '__CSP_NONCE__';
const RESERVED = /^\/(api|twilio|healthz|readyz|metrics)(\/|$)/i;
const HASHED = /^\/assets\//;
const YEAR_SECONDS = 365 * 24 * 3600;

/** Whoever asks for the front door sees the console, `curl` and monitors too; at any other address it is for browsers. */
function isNavigation(request: Request): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && (request.path === '/' || (request.headers.accept ?? '').includes('text/html'));
}

/** A file that was compressed when it was built is sent so to browsers that take it. */
function preferCompressed(directory: string): RequestHandler {
  return async (request, response, next) => {
    if (!/^\/assets\/[\w.-]+\.(js|css|svg)$/.test(request.path)) return next();
    response.vary('accept-encoding');
    const name = `${request.path}.br`;
    const isThere = await stat(join(directory, name)).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isThere || request.acceptsEncodings('br') === false) return next();
    response.type(request.path.split('.').pop() ?? 'js').setHeader('content-encoding', 'br');
    request.url = name;
    next();
  };
}

function sendPage(response: Response, page: string, options: ConsolePagesOptions): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('content-security-policy', contentPolicy({ nonce, ...options }));
  response.setHeader('cache-control', 'no-store');
  response.type('html').send(page.replaceAll(NONCE_PLACE, nonce));
}

/**
 * The console: its files, and for every other address that a person opens, its one page. Files named after their hash are kept for
 * a year, the page itself never. Addresses of the service are left alone.
 */
export function consolePages(options: ConsolePagesOptions): Router {
  const { directory } = options;
  const router = Router();
  router.use((request, response, next) => {
    if (RESERVED.test(request.path)) return next('router');
    response.setHeader('permissions-policy', permissionsPolicy);
    next();
  });
  router.use(preferCompressed(directory));
  router.use(
    files(directory, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders(response, path) {
        const isHashed = HASHED.test(path.slice(directory.length).replaceAll('\\', '/'));
        const keep = isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
        response.setHeader('cache-control', path.endsWith('.html') ? 'no-store' : keep);
      },
    }),
  );
  router.use(async (request, response, next) => {
    if (!isNavigation(request)) return next();
    const page = await readFile(join(directory, 'index.html'), 'utf8').catch(() => notBuiltPage);
    sendPage(response, page, options);
  });
  return router;
}

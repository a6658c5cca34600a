import type { Express } from 'express';
import type { Server } from 'node:http';

export interface Answer {
  status: number;
  contentType: string;
  headers: Headers;
  body: unknown;
}

export interface Asked {
  token?: string | null;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

export interface Listening {
  url: string;
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  close(): Promise<void>;
}

export const ADMIN_TOKEN = 'a-token-of-the-administrator';

async function listen(app: Express): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = app.listen(0, '127.0.0.1', (error) => (error ? reject(error) : resolve(server)));
  });
}

function bodyOf(text: string, contentType: string): unknown {
  return contentType.includes('json') && text !== '' ? JSON.parse(text) : text;
}

function requestOf(method: string, { token = ADMIN_TOKEN, body, raw, headers }: Asked): RequestInit {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  };
}

/** The app on a free port, spoken to over real HTTP. Paths are as given; asks with the right token unless told otherwise. */
export async function listening(app: Express): Promise<Listening> {
  const server = await listen(app);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    async ask(method, path, asked = {}) {
      const response = await fetch(url + path, requestOf(method, asked));
      const contentType = response.headers.get('content-type') ?? '';
      const body = bodyOf(await response.text(), contentType);
      return { status: response.status, contentType, headers: response.headers, body };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import express from 'express';
import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import type { FrontDesk, Ring, RingAnswer } from './front-desk-port.ts';
import { signedBy } from './signature.ts';
import type { StreamTokens } from './stream-token.ts';
import { apologyTwiml, busyTwiml, connectTwiml, hangUpTwiml, unknownNumberTwiml } from './twiml.ts';

export interface TwilioRouterOptions {
  publicUrl: string;
  authTokens: readonly string[];
  /** Practice mode on a loopback address: unsigned webhooks are let in while there is no auth token. */
  practiceOpen: boolean;
  tokens: StreamTokens;
  desk: FrontDesk;
  log: Log;
  /** Twilio gives up at 15 s; the caller hears an apology before that. */
  deskTimeoutMs?: number;
}

const bodyLimit = 64 * 1024;

const callForm = z.object({ CallSid: z.string().min(1).max(64) });
const ringForm = callForm.extend({
  From: z.string().max(128).catch(''),
  To: z.string().max(128).catch(''),
  /** Only where Twilio met an error and asks again (its fallback URL). */
  ErrorCode: z.string().optional().catch(undefined),
});
const statusForm = callForm.extend({ CallStatus: z.string().max(32).catch('unknown') });

/** `POST /twilio/voice`, `/twilio/after-stream` and `/twilio/status` of contract §3. A failing desk becomes a spoken apology, never a 5xx. */
export function createTwilioRouter(options: TwilioRouterOptions): Router {
  const { desk, log, publicUrl, tokens, deskTimeoutMs = 10_000 } = options;
  const router = express.Router();
  const door: RequestHandler[] = [readForm(log), admitSigned(options)];
  const write = (callSid: string, answer: RingAnswer): string =>
    answerTwiml(answer, (stream) => connectTwiml({ publicUrl, token: tokens.issue(callSid, stream) }));
  const orApology = speakOrApologize({ log, deskTimeoutMs });

  router.post('/twilio/voice', door, async (request: Request, response: Response) => {
    const form = ringForm.safeParse(request.body);
    if (!form.success) return refuseForm(request, response, log);
    const { CallSid: callSid, From: from, To: to } = form.data;
    const resume = resumeOf(request, form.data);
    const twiml = await orApology(callSid, async () => write(callSid, await desk.ring({ callSid, from, to, resume })));
    response.type('text/xml').send(twiml);
  });

  router.post('/twilio/after-stream', door, async (request: Request, response: Response) => {
    const form = callForm.safeParse(request.body);
    if (!form.success) return refuseForm(request, response, log);
    const { CallSid: callSid } = form.data;
    const twiml = await orApology(callSid, async () => write(callSid, await desk.streamEnded(callSid)));
    response.type('text/xml').send(twiml);
  });

  router.post('/twilio/status', door, async (request: Request, response: Response) => {
    const form = statusForm.safeParse(request.body);
    if (!form.success) return refuseForm(request, response, log);
    const { CallSid: callSid, CallStatus: status } = form.data;
    await desk.statusChanged({ callSid, status }).catch((error: unknown) => log.error('fault', { callSid, error }));
    response.status(204).end();
  });

  return router;
}

function resumeOf(request: Request, { ErrorCode: error }: z.infer<typeof ringForm>): Ring['resume'] {
  if (request.query['resume'] !== undefined) return 'resumed';
  return error === undefined ? 'first' : 'afterError';
}

function answerTwiml(answer: RingAnswer, connect: (stream: number) => string): string {
  switch (answer.kind) {
    case 'connect':
      return connect(answer.stream);
    case 'unknownNumber':
      return unknownNumberTwiml();
    case 'busy':
      return busyTwiml();
    case 'unavailable':
      return apologyTwiml();
    case 'hangUp':
      return hangUpTwiml();
    case 'apologize':
      return apologyTwiml(answer.fallbackNumber);
  }
}

/** What the desk answers, or a spoken apology where it fails or is too slow: the caller must hear something. */
function speakOrApologize({ log, deskTimeoutMs }: { log: Log; deskTimeoutMs: number }) {
  return async (callSid: string, answer: () => Promise<string>): Promise<string> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const fault = new AppError('not_ready', 'The front desk did not answer in time.');
      timer = setTimeout(() => reject(fault), deskTimeoutMs);
    });
    try {
      return await Promise.race([answer(), late]);
    } catch (error) {
      log.error('fault', { callSid, error });
      return apologyTwiml();
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Twilio signs the form's every field, so the body is read before the signature is checked; its size is limited first. */
function readForm(log: Log): RequestHandler {
  const read = express.urlencoded({ extended: false, limit: bodyLimit });
  return (request: Request, response: Response, next: NextFunction) => {
    read(request, response, (error?: unknown) => {
      if (error === undefined) return next();
      log.warn('webhook_refused', { path: request.path, why: 'unreadable body' });
      refuse(response, 400);
    });
  };
}

function admitSigned({ authTokens, practiceOpen, publicUrl, log }: TwilioRouterOptions): RequestHandler {
  const unguarded = (response: Response, next: NextFunction): void => {
    if (practiceOpen) return next();
    response.status(503).type('text/plain').send('TWILIO_AUTH_TOKEN is not set, so no webhook can be trusted.');
  };
  return (request: Request, response: Response, next: NextFunction) => {
    if (authTokens.length === 0) return unguarded(response, next);
    const signature = request.get('x-twilio-signature');
    const params = (request.body ?? {}) as Record<string, unknown>;
    if (signedBy(authTokens, { signature, url: publicUrl + request.originalUrl, params })) return next();
    log.warn('webhook_refused', { path: request.path, why: 'bad signature' });
    refuse(response, 403);
  };
}

function refuseForm(request: Request, response: Response, log: Log): void {
  log.warn('webhook_refused', { path: request.path, why: 'names no call' });
  refuse(response, 400);
}

function refuse(response: Response, status: 400 | 403): void {
  response
    .status(status)
    .type('text/plain')
    .send(status === 403 ? 'Forbidden' : 'Bad request');
}

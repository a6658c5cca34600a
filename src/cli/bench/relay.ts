import { WebSocket, WebSocketServer } from 'ws';
import type { RawData } from 'ws';

const MODEL_URL = process.env['MODEL_URL'] ?? '';
const TEXT = { binary: false };

/** The floor of every comparison: two websockets, messages passed on unread. */
function join(phone: WebSocket): void {
  const model = new WebSocket(MODEL_URL, { perMessageDeflate: false });
  const early: RawData[] = [];
  phone.on('message', (message) => {
    if (model.readyState === WebSocket.OPEN) model.send(message, TEXT);
    else early.push(message);
  });
  model.on('open', () => {
    for (const message of early) model.send(message, TEXT);
  });
  model.on('message', (message) => phone.send(message, TEXT));
  for (const [socket, other] of [
    [phone, model],
    [model, phone],
  ] as const) {
    socket.on('close', () => other.close());
    socket.on('error', () => other.terminate());
  }
}

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env['PORT']), perMessageDeflate: false });
server.on('connection', join);
process.on('SIGTERM', () => process.exit(0));

import { jest } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { ReadingBeat } from '../../../src/transport/twilio/reading-beat.ts';

/** A socket with a handle that writes down when it is read. */
function phone() {
  const read: ('starts' | 'stops')[] = [];
  const handle = {
    readStart: () => read.push('starts'),
    readStop: () => read.push('stops'),
  };
  const socket = Object.assign(new PassThrough(), { _handle: handle });
  return { socket, handle, read };
}

describe('on a clock of the test', () => {
  let beat: ReadingBeat;
  beforeEach(() => {
    jest.useFakeTimers();
    beat = new ReadingBeat();
  });
  afterEach(() => {
    beat.stop();
    jest.useRealTimers();
  });

  test('each phone is read once in 80 ms, a quarter of them at a time', () => {
    const phones = Array.from({ length: 8 }, phone);
    for (const { socket } of phones) beat.join(socket);
    jest.advanceTimersByTime(85);
    for (const { read } of phones) read.length = 0;
    jest.advanceTimersByTime(20);
    expect(phones.filter(({ read }) => read.length > 0)).toHaveLength(2);
    jest.advanceTimersByTime(60);
    expect(phones.map(({ read }) => read)).toEqual(phones.map(() => ['starts', 'stops']));
  });

  test('of many phones twelve are read, then all other sockets have their turn', () => {
    const phones = Array.from({ length: 4 * 30 }, phone);
    for (const { socket } of phones) beat.join(socket);
    jest.advanceTimersByTime(85);
    let atOnce = 0;
    let most = 0;
    for (const { handle } of phones) {
      handle.readStart = () => (most = Math.max(most, (atOnce += 1)));
      handle.readStop = () => (atOnce -= 1);
    }
    jest.advanceTimersByTime(85);
    expect([most, atOnce]).toEqual([12, 0]);
  });

  test('a phone that hung up is left alone', () => {
    const { socket, read } = phone();
    beat.join(socket);
    jest.advanceTimersByTime(100);
    socket.emit('close');
    read.length = 0;
    jest.advanceTimersByTime(200);
    expect([read, jest.getTimerCount()]).toEqual([[], 0]);
  });

  test('a house that closes reads all as it comes', () => {
    const phones = Array.from({ length: 3 }, phone);
    for (const { socket } of phones) beat.join(socket);
    jest.advanceTimersByTime(100);
    beat.stop();
    jest.advanceTimersByTime(200);
    expect(phones.map(({ read }) => read.at(-1))).toEqual(['starts', 'starts', 'starts']);
  });

  test('what Node itself has stopped reading stays stopped', () => {
    const { socket, read } = phone();
    beat.join(socket);
    socket.pause();
    jest.advanceTimersByTime(200);
    expect(read).not.toContain('starts');
  });

  test('what is no socket of Node is read as ever', () => {
    beat.join(new PassThrough());
    expect(jest.getTimerCount()).toBe(0);
  });
});

test('of a real socket every byte comes in its order, and its end is noticed', async () => {
  const beat = new ReadingBeat();
  const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const client = connect({
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    host: '127.0.0.1',
    noDelay: true,
  });
  const [socket] = (await once(server, 'connection')) as [Socket];
  beat.join(socket);
  const heard: string[] = [];
  socket.on('data', (bytes: Buffer) => heard.push(bytes.toString()));
  for (let number = 0; number < 100; number += 1) {
    client.write(`${number},`);
    await new Promise(setImmediate);
  }
  client.end();
  await once(socket, 'close');
  expect(heard.join('')).toBe(Array.from({ length: 100 }, (_, number) => `${number},`).join(''));
  server.close();
  beat.stop();
});

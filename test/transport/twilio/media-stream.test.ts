import { rememberedLog } from '../../support/remembered-log.ts';
import { phoneOnABench } from '../../support/phone-on-a-bench.ts';

function streamOnABench() {
  const { log, lines } = rememberedLog();
  const phone = phoneOnABench('CA1', log);
  const told: unknown[] = [];
  phone.stream.listen({
    audio: (audio) => told.push({ audio }),
    mark: (mark) => told.push({ mark }),
    key: (key) => told.push({ key }),
    ended: (ended) => told.push({ ended }),
  });
  return { phone, told, lines };
}

describe('a phone that does not read', () => {
  test('costs 256 KiB and no more: further audio is dropped, marks and clear still go', () => {
    const { phone, lines } = streamOnABench();
    phone.hasUnread(256 * 1024 - 1);
    phone.stream.sendAudio(Buffer.from('AAAA'));
    phone.hasUnread(256 * 1024);
    for (let frame = 0; frame < 100; frame += 1) phone.stream.sendAudio(Buffer.from('AAAA'));
    phone.stream.sendMark('1:end');
    phone.stream.sendClear();
    expect(phone.sent.map(({ event }) => event)).toEqual(['media', 'mark', 'clear']);
    expect(lines.filter(({ event }) => event === 'phone_reads_too_slowly')).toHaveLength(1);
  });

  test('hears again once it has read', () => {
    const { phone } = streamOnABench();
    phone.hasUnread(300_000);
    phone.stream.sendAudio(Buffer.from('AAAA'));
    phone.hasUnread(0);
    phone.stream.sendAudio(Buffer.from('BBBB'));
    expect(phone.sent).toEqual([{ event: 'media', streamSid: 'MZ1', media: { payload: 'BBBB' } }]);
  });
});

describe('a stream that is half open', () => {
  test('is given up after 10 s without a frame: the phone is lost, once', () => {
    const { phone, told, lines } = streamOnABench();
    const now = performance.now();
    phone.stream.padWhileMute(now + 9_000);
    expect(told.some((one) => JSON.stringify(one).includes('ended'))).toBe(false);
    phone.stream.padWhileMute(now + 10_500);
    phone.stream.padWhileMute(now + 20_000);
    expect(told.filter((one) => JSON.stringify(one).includes('ended'))).toEqual([{ ended: 'lost' }]);
    expect(phone.closedWith()).toBe(1006);
    expect(lines.map(({ event }) => event)).toEqual(['stream_half_open']);
  });
});

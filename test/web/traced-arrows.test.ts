import { describe, expect, test } from '@jest/globals';
import { readChart } from '../../web/build/read-chart.ts';
import { activeStates } from '../../web/src/pages/call/chart/active-states.ts';
import { tracedArrows } from '../../web/src/pages/call/chart/traced-arrows.ts';

const { states, arrows } = readChart();
const traced = (before: unknown, after: unknown) => tracedArrows(activeStates(before), activeStates(after), arrows);
const onFloor = (floor: unknown) => ({ inCall: { floor } });

describe('the picture of the chart', () => {
  test('is read from the definition of the machine', () => {
    expect(states.find(({ id }) => id === 'inCall.floor.aiSpeaking.draining')).toMatchObject({
      parent: 'inCall.floor.aiSpeaking',
      kind: 'atomic',
      isInitial: false,
    });
    const ids = new Set(states.map(({ id }) => id));
    expect(arrows.filter(({ source, target }) => !ids.has(source) || !ids.has(target))).toEqual([]);
  });

  test('lights every state on the way in', () => {
    expect([...activeStates(onFloor({ aiSpeaking: 'draining' }))]).toEqual([
      'inCall',
      'inCall.floor',
      'inCall.floor.aiSpeaking',
      'inCall.floor.aiSpeaking.draining',
    ]);
  });

  test('traces the arrow that was taken', () => {
    expect(traced(onFloor({ aiSpeaking: 'generating' }), onFloor({ aiSpeaking: 'draining' }))).toEqual([
      'inCall.floor.aiSpeaking.generating>inCall.floor.aiSpeaking.draining',
    ]);
  });

  test('traces through states that are left at once', () => {
    expect(traced(onFloor({ aiSpeaking: 'generating' }), onFloor('bargeInCancel'))).toEqual([
      'inCall.floor.aiSpeaking>inCall.floor.cutting',
      'inCall.floor.cutting>inCall.floor.bargeInCancel',
    ]);
  });

  test('traces nothing where nothing moved', () => {
    expect(traced(onFloor('listening'), onFloor('listening'))).toEqual([]);
  });
});

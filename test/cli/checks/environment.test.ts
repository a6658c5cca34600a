import { checkEnvironment } from '../../../src/cli/checks/environment.ts';

describe('the environment', () => {
  test('is in order with nothing set on a recent Node', () => {
    const { config, findings } = checkEnvironment({}, '20.19.0');
    expect(config?.mode).toBe('practice');
    expect(findings.map(({ kind }) => kind)).toMatchObject(['ok', 'ok', 'ok']);
  });

  test.each(['20.18.3', '18.20.0'])('wants a later Node than %s', (version) => {
    const [node] = checkEnvironment({}, version).findings;
    expect(node).toMatchObject({
      kind: 'fix',
      what: `node: ${version} is too old`,
      how: 'install Node 20.19 or later',
    });
  });

  test('names every variable that is wrong, and gives no configuration', () => {
    const { config, findings } = checkEnvironment({ PORT: 'x', LOG_LEVEL: 'loud' }, '22.0.0');
    expect(config).toBeNull();
    expect(findings.map(({ kind }) => kind)).toMatchObject(['ok', 'fix', 'fix']);
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeLines, filesUnder, firstCycle, importsOf, repository } from './support/import-graph.ts';
import { isLawful, roomOf } from './support/import-law.ts';

const sources = [...filesUnder('machines'), ...filesUnder('src')].filter((file) => file.endsWith('.ts'));
const imports = sources.flatMap((file) => importsOf(file));

describe('the import law', () => {
  test('gives every file a room', () => {
    expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  test('is kept by every import', () => {
    const broken = imports.filter((found) => !isLawful(found));
    expect(broken.map(({ from, kind, target }) => `${from} imports ${target} (${kind})`)).toEqual([]);
  });

  test.each([
    {
      what: 'a chart that uses our own code',
      from: 'machines/call.machine.ts',
      target: 'src/shared/log.ts',
      kind: 'value',
    },
    {
      what: 'twilio that knows openai',
      from: 'src/transport/twilio/media-stream.ts',
      target: 'src/transport/openai/parser-client.ts',
      kind: 'type',
    },
    {
      what: 'openai that knows twilio',
      from: 'src/transport/openai/realtime.ts',
      target: 'src/transport/twilio/messages.ts',
      kind: 'type',
    },
    {
      what: 'a transport that knows the database',
      from: 'src/transport/twilio/rest.ts',
      target: 'src/db/database.ts',
      kind: 'type',
    },
    {
      what: 'speech that uses booking',
      from: 'src/speech/prompt.ts',
      target: 'src/booking/availability.ts',
      kind: 'value',
    },
    {
      what: 'actions that use a transport',
      from: 'src/actions/perform.ts',
      target: 'src/transport/twilio/rest.ts',
      kind: 'value',
    },
    {
      what: 'the database that uses booking',
      from: 'src/db/database.ts',
      target: 'src/booking/availability.ts',
      kind: 'value',
    },
    { what: 'an API that uses actions', from: 'src/api/api.ts', target: 'src/actions/hold-slot.ts', kind: 'value' },
    {
      what: 'the service that needs practice',
      from: 'src/call/call.ts',
      target: 'src/practice/play-call.ts',
      kind: 'value',
    },
    {
      what: 'practice that knows the service',
      from: 'src/practice/play-call.ts',
      target: 'src/call/call.ts',
      kind: 'type',
    },
  ] as const)('would catch $what', ({ from, target, kind }) => {
    expect(isLawful({ from, target, kind, origin: 'own' })).toBe(false);
  });

  test('lets nobody import in a circle', () => {
    expect(firstCycle(imports)).toEqual([]);
  });

  test('keeps charts openable in the Stately editor: values from xstate alone', () => {
    const charts = imports.filter(({ from }) => from.endsWith('.machine.ts'));
    const foreign = charts.filter(({ kind, target }) => kind === 'value' && target !== 'xstate');
    expect(charts.length).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
  });
});

describe('the console', () => {
  const pages = filesUnder('web/src').filter((file) => /\.tsx?$/.test(file));
  const own = pages.flatMap((file) => importsOf(file)).filter(({ origin }) => origin === 'own');

  test('talks HTTP only: at run time it holds nothing of the service, of the machine or of its own build', () => {
    expect(pages.length).toBeGreaterThan(50);
    const foreign = own.filter(({ kind, target }) => !target.startsWith('web/src/') && kind === 'value');
    expect(foreign.map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
  });

  test('takes types from its own build alone', () => {
    const foreign = own.filter(({ target }) => !/^web\/(src|build)\//.test(target));
    expect(foreign.map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
  });

  test('lets nobody import in a circle', () => {
    expect(firstCycle(own)).toEqual([]);
  });

  test('keeps files small: 300 lines of code', () => {
    expect(pages.filter((file) => !file.endsWith('schema.d.ts') && codeLines(file) > 300)).toEqual([]);
  });
});

describe('the tree', () => {
  const web = ['web/build', 'web/public', 'web/src'].flatMap((folder) => filesUnder(folder));
  const own = [...filesUnder('machines'), ...filesUnder('src'), ...filesUnder('test'), ...web];

  test('names files in kebab-case', () => {
    const shape =
      /^(\d{10,14}-)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(tsx?|mjs|js|css|json|yaml|md|mmd|svg|txt\.gz)$|^README\.md$/;
    expect(own.filter((file) => !shape.test(basename(file)))).toEqual([]);
  });

  test('has no drawer for odds and ends', () => {
    const drawer = /^(utils?|helpers?|services?|types|managers?|common|misc|data|handlers?)$/;
    const named = own.filter((file) =>
      [...dirname(file).split('/'), basename(file).split('.')[0] ?? ''].some((name) => drawer.test(name)),
    );
    expect(named).toEqual([]);
  });

  test('keeps files small: 300 lines of code, a chart 1,100', () => {
    const cap = (file: string): number => (file.endsWith('.machine.ts') ? 1_100 : 300);
    const measured = sources.map((file) => ({ file, lines: codeLines(file) }));
    const tooLong = measured.filter(({ file, lines }) => lines > cap(file));
    expect(tooLong.map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([]);
  });

  test('keeps only errors and the log in shared', () => {
    expect(filesUnder('src/shared')).toEqual(['src/shared/errors.ts', 'src/shared/log.ts']);
  });
});

describe('what is committed', () => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: repository,
    encoding: 'utf8',
  });
  const committed = listed
    .split('\0')
    .filter((file) => file !== '' && /\.(ts|mjs|js|json|ya?ml|md|html|css|sh)$|^\.ci\//.test(file));
  const texts = committed.flatMap((file) => {
    try {
      return [{ file, text: readFileSync(join(repository, file), 'utf8') }];
    } catch {
      return [];
    }
  });
  const filesWith = (pattern: RegExp): string[] =>
    texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  test('stands alone: only the pipeline looks for what may lie beside the repository', () => {
    const beside = new RegExp(
      ['\\.\\./shared/(acceptance', 'bench', 'cases', 'design', 'hooks', 'reference)'].join('|'),
    );
    expect(filesWith(beside).filter((file) => !file.startsWith('.ci/'))).toEqual([]);
  });

  test('names no package registry and no place on one machine', () => {
    const registry = /"resolved": "https?:|https?:\/\/registry\./;
    const place = new RegExp(`(^|[\\s"'\`(=:])/(${['work', 'root', 'home', 'Users'].join('|')})/\\w`, 'm');
    expect(filesWith(registry)).toEqual([]);
    expect(filesWith(place)).toEqual([]);
  });

  test('holds no secret', () => {
    const secret = /\bsk-(proj-)?[A-Za-z0-9_]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bSK[0-9a-f]{32}\b/;
    expect(filesWith(secret)).toEqual([]);
  });
});

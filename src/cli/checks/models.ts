import type { Config } from '../../config.ts';
import { checkModels } from '../../transport/openai/models-check.ts';
import type { ModelFinding } from '../../transport/openai/models-check.ts';
import { found } from './finding.ts';
import type { Finding } from './finding.ts';

/** The OpenAI key and every configured model, with the day it is switched off. */
export async function checkOpenAi(openai: Config['openai'], now?: () => number): Promise<Finding[]> {
  const { apiKey, baseUrl, realtimeModel, transcriptionModels, parserModels } = openai;
  if (apiKey === null) return [found('openai.noKey')];
  const models = [realtimeModel, ...transcriptionModels, ...parserModels];
  const check = await checkModels({ apiKey, baseUrl, models, ...(now ? { now } : {}) });
  if (check.kind === 'keyRefused') return [found('openai.keyRefused')];
  if (check.kind === 'unreachable') return [found('openai.unreachable', { url: baseUrl, reason: check.reason })];
  const byModel = new Map(check.findings.map((finding) => [finding.model, finding]));
  const chains: Chain[] = [
    { variable: 'REALTIME_MODEL', models: [realtimeModel] },
    { variable: 'TRANSCRIPTION_MODEL', models: transcriptionModels },
    { variable: 'PARSER_MODEL', models: parserModels },
  ];
  return [found('openai.keyAccepted', { url: baseUrl }), ...chains.flatMap((chain) => chainFindings(chain, byModel))];
}

interface Chain {
  variable: string;
  models: readonly string[];
}

/** A chain is in order while one of its models serves: that one takes over by itself. */
function chainFindings({ variable, models }: Chain, byModel: ReadonlyMap<string, ModelFinding>): Finding[] {
  const findings = models.flatMap((model) => byModel.get(model) ?? []);
  const lasting = findings.find(({ kind }) => kind === 'serving');
  return findings.map((finding) => {
    const of = { variable, model: finding.model };
    if (finding.kind !== 'serving') return trouble(finding, { ...of, other: lasting?.model });
    const date = finding.shutdownDate;
    return date === null ? found('model.serves', of) : found('model.servesUntil', { ...of, date });
  });
}

type Trouble = Exclude<ModelFinding, { kind: 'serving' }>;

/** What is wrong with a model; it is no matter where another of its chain takes over. */
function trouble(finding: Trouble, { other, ...of }: { variable: string; model: string; other: string | undefined }) {
  const code = troubleOf(finding);
  const values = finding.kind === 'missing' ? of : { ...of, date: finding.shutdownDate, days: finding.daysLeft };
  return other === undefined ? found(code, values) : found(`${code}Covered`, { ...values, other });
}

function troubleOf(finding: Trouble) {
  if (finding.kind === 'missing') return 'model.missing';
  return finding.daysLeft > 0 ? 'model.closing' : 'model.closed';
}

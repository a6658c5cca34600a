import type { Config } from '../../config.ts';
import { checkModels } from '../../transport/openai/models-check.ts';
import type { ModelFinding } from '../../transport/openai/models-check.ts';
import { fix, ok } from './finding.ts';
import type { Finding } from './finding.ts';

/** The OpenAI key and every configured model, with the day it is switched off. */
export async function checkOpenAi(openai: Config['openai'], now?: () => number): Promise<Finding[]> {
  const { apiKey, baseUrl, realtimeModel, transcriptionModels, parserModels } = openai;
  if (apiKey === null) {
    return [
      fix(
        'openai: no key, so the built-in practice model answers',
        'set OPENAI_API_KEY to a key of your OpenAI project',
      ),
    ];
  }
  const models = [realtimeModel, ...transcriptionModels, ...parserModels];
  const check = await checkModels({ apiKey, baseUrl, models, ...(now ? { now } : {}) });
  if (check.kind === 'keyRefused') return [fix('openai: the key was refused', 'make a new key and set OPENAI_API_KEY')];
  if (check.kind === 'unreachable') {
    return [
      fix(
        `openai: no list of models from ${baseUrl} (${check.reason})`,
        'check OPENAI_BASE_URL and the way out of this network',
      ),
    ];
  }
  const byModel = new Map(check.findings.map((finding) => [finding.model, finding]));
  const chains: Chain[] = [
    { variable: 'REALTIME_MODEL', models: [realtimeModel] },
    { variable: 'TRANSCRIPTION_MODEL', models: transcriptionModels },
    { variable: 'PARSER_MODEL', models: parserModels },
  ];
  return [ok(`openai: ${baseUrl} accepts the key`), ...chains.flatMap((chain) => chainFindings(chain, byModel))];
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
    const state = modelState(finding);
    if (finding.kind === 'serving') return ok(`openai: ${state}, for ${variable}`);
    if (lasting !== undefined) return ok(`openai: ${state}; ${lasting.model} takes over, for ${variable}`);
    return fix(`openai: ${state}`, `name a model that stays in ${variable}`);
  });
}

function modelState(finding: ModelFinding): string {
  const { model } = finding;
  switch (finding.kind) {
    case 'serving':
      return finding.shutdownDate === null ? `${model} serves` : `${model} serves until ${finding.shutdownDate}`;
    case 'closingSoon':
      return `${model} ${finding.daysLeft > 0 ? `is switched off on ${finding.shutdownDate}, in ${finding.daysLeft} days` : `was switched off on ${finding.shutdownDate}`}`;
    case 'missing':
      return `${model} is not among the models of this key`;
  }
}

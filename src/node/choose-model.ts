import type { Config } from '../config.ts';
import { createFreePracticeBrain } from '../practice/brain/free-practice-brain.ts';
import { startPracticeModel } from '../practice/model/practice-model.ts';

export interface ChosenModel {
  apiKey: string;
  baseUrl: string;
  close(): Promise<void>;
}

/** OpenAI where there is a key; else the practice model on a loopback port, which speaks the same wire. */
export async function chooseModel({ openai }: Config): Promise<ChosenModel> {
  if (openai.apiKey !== null) return { apiKey: openai.apiKey, baseUrl: openai.baseUrl, close: () => Promise.resolve() };
  const practice = await startPracticeModel({ brain: createFreePracticeBrain() });
  return { apiKey: 'practice', baseUrl: practice.baseUrl, close: () => practice.close() };
}

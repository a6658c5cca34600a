import { callChart } from './call-chart.ts';
import { stateWords } from '../../../i18n/he/state-words.ts';
import { useLanguage } from '../../../i18n/use-language.ts';

interface StateWords {
  label: string;
  description: string;
}

/** Names as the chart has them, written as words: `aiSpeaking` is `AI speaking`. */
const english = new Map(
  callChart.states.map(({ id, name, description }): [string, StateWords] => [
    id,
    { label: asWords(name), description },
  ]),
);

function asWords(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.replace(/^ai\b/, 'AI');
}

/** What a state is called and what it means, in the reader's language. */
export function useStateWords(): (id: string) => StateWords {
  const { language } = useLanguage();
  return (id) => {
    const [label, description] = (language === 'he' ? stateWords[id] : undefined) ?? [];
    const known = english.get(id) ?? { label: id, description: '' };
    return { label: label ?? known.label, description: description ?? known.description };
  };
}

import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colors = { test: 'gray', practice: 'indigo' } as const;

/** What kind of call it was; nothing is said of ordinary calls of the phone. */
export function KindBadge({ kind }: { kind: 'phone' | 'test' | 'practice' }) {
  const { t } = useTranslation();
  if (kind === 'phone') return null;
  return <Badge color={colors[kind]}>{t(`kinds.${kind}`)}</Badge>;
}

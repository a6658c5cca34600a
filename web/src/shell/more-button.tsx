import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** Where a list goes on: the next part of it. */
export function MoreButton({ list: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MoreButtonProps) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <Button
      variant="subtle"
      mx="auto"
      my="sm"
      display="block"
      loading={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {t('common.more')}
    </Button>
  );
}

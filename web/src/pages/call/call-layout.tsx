import { Grid } from '@mantine/core';
import type { ReactNode } from 'react';

export function CallLayout({ chart, side }: { chart: ReactNode; side: ReactNode }) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 8.5 }}>{chart}</Grid.Col>
      <Grid.Col span={{ base: 12, lg: 3.5 }}>{side}</Grid.Col>
    </Grid>
  );
}

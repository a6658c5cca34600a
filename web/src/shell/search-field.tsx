import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

const SEARCH_AFTER_MS = 300;
const LONGEST_SEARCH = 100;

/** What is typed into a search, and what is wanted once the typing rests. */
export function useSearch() {
  const [words, setWords] = useState('');
  const [wanted] = useDebouncedValue(words.trim(), SEARCH_AFTER_MS);
  return { words, setWords, wanted };
}

interface SearchFieldProps extends TextInputProps {
  search: ReturnType<typeof useSearch>;
  label: string;
}

export function SearchField({ search, label, ...look }: SearchFieldProps) {
  return (
    <TextInput
      value={search.words}
      onChange={(event) => search.setWords(event.currentTarget.value)}
      placeholder={label}
      aria-label={label}
      maxLength={LONGEST_SEARCH}
      leftSection={<IconSearch size={16} aria-hidden />}
      {...look}
    />
  );
}

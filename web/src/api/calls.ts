import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import { useGrowingList } from './growing-list.ts';
import type { components } from './schema.d.ts';

export type Call = components['schemas']['Call'];
export type CallStory = components['schemas']['CallStory'];
export type Replay = components['schemas']['CallReplay'];

interface CallFilter {
  businessId?: string | undefined;
  leadId?: string | undefined;
  live?: 'true' | 'false' | undefined;
  /** Part of the name or the number of who called. */
  q?: string | undefined;
}

const all = ['calls'];
const callKey = (callSid: string) => [...all, callSid];

/** Calls, newest first. */
export const useCalls = (filter: CallFilter) =>
  useGrowingList<Call>({
    key: [...all, 'list', filter],
    ask: (cursor) => taken(api.GET('/calls', { params: { query: { ...filter, cursor } } })),
    idOf: ({ callSid }) => callSid,
  });

/** Whether anybody has ever called. */
export const useHasCalls = (businessId: string | undefined) =>
  useQuery({
    queryKey: [...all, 'any', businessId],
    queryFn: () => taken(api.GET('/calls', { params: { query: { businessId, limit: 1 } } })),
    select: ({ items }) => items.length > 0,
    placeholderData: keepPreviousData,
  });

const ASK_AGAIN_MS = 2_000;

/** A call and what was recorded of it; asked for again while it is live, so that its end is never missed. */
export function useCallStory(callSid: string) {
  return useQuery({
    queryKey: callKey(callSid),
    queryFn: () => taken(api.GET('/calls/{callSid}', { params: { path: { callSid } } })),
    refetchInterval: ({ state }) => (state.data?.session.live === true ? ASK_AGAIN_MS : false),
  });
}

/** The recorded facts of a call with the state the machine was in after each of them. */
export function useReplay(callSid: string, isWanted: boolean) {
  return useQuery({
    queryKey: [...callKey(callSid), 'replay'],
    queryFn: () => taken(api.GET('/calls/{callSid}/replay', { params: { path: { callSid } } })),
    enabled: isWanted,
    staleTime: Infinity,
  });
}

/** What the caller did, as a call script. */
export const useCallScript = () =>
  useMutation({
    mutationFn: (callSid: string) => taken(api.GET('/calls/{callSid}/script', { params: { path: { callSid } } })),
  });

export const logAddress = (callSid: string): string => `/api/v1/calls/${encodeURIComponent(callSid)}/log`;

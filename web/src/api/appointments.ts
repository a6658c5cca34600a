import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components, operations } from './schema.d.ts';
import { wholeList } from './whole-list.ts';

export type Appointment = components['schemas']['Appointment'];
export type NewAppointment = components['schemas']['NewAppointment'];
export type AppointmentChange = components['schemas']['AppointmentChange'];

const all = ['appointments'];
const REFRESH_MS = 15_000;
const PAGE = 1000;

type Filter = NonNullable<operations['listAppointments']['parameters']['query']>;

const allAppointments = (businessId: string, filter: Filter): Promise<Appointment[]> =>
  wholeList((cursor) =>
    taken(
      api.GET('/businesses/{businessId}/appointments', {
        params: { path: { businessId }, query: { ...filter, limit: PAGE, cursor } },
      }),
    ),
  );

/** Appointments of a range of dates, both included; looked at again now and then, since calls book too. */
export function useAppointments(businessId: string, { from, to }: { from: string; to: string }) {
  return useQuery({
    queryKey: [...all, businessId, from, to],
    queryFn: () => allAppointments(businessId, { from, to }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

const availability = (businessId: string, query: { date: string; time?: string; resourceId?: string }) =>
  taken(api.GET('/businesses/{businessId}/availability', { params: { path: { businessId }, query } }));

/** The free times of a day: of one person, or of whoever is free. */
export function useFreeSlots(businessId: string, { date, personId }: { date: string; personId: string | null }) {
  return useQuery({
    queryKey: ['slots', businessId, date, personId],
    queryFn: async () => {
      const answer = await availability(businessId, { date, ...(personId !== null && { resourceId: personId }) });
      return 'slots' in answer ? answer.slots : [];
    },
    enabled: date !== '',
  });
}

/** Which of these people could take an appointment then. */
export async function whoIsFree(
  businessId: string,
  at: { date: string; time: string },
  resourceIds: readonly string[],
): Promise<string[]> {
  const answers = await Promise.all(
    resourceIds.map((resourceId) => availability(businessId, { date: at.date, time: at.time, resourceId })),
  );
  return resourceIds.filter((_, index) => {
    const answer = answers[index];
    return answer !== undefined && 'status' in answer && answer.status === 'available';
  });
}

const LOOK_AHEAD_DAYS = 21;

/** The first day from this one on with a free time; null where there is none soon. */
export function useFirstFreeDay(businessId: string, from: string) {
  return useQuery({
    queryKey: ['slots', businessId, 'first', from],
    queryFn: async () => {
      const path = { path: { businessId } };
      const body = { from, days: LOOK_AHEAD_DAYS };
      const { days } = await taken(api.POST('/businesses/{businessId}/preview', { params: path, body }));
      return days.find(({ slots }) => slots.length > 0)?.date ?? null;
    },
  });
}

function useAppointmentWrite<Given, Made>(write: (given: Given) => Promise<Made>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: all }),
        queries.invalidateQueries({ queryKey: ['slots'] }),
        queries.invalidateQueries({ queryKey: ['leads'] }),
      ]),
  });
}

export const useBook = (businessId: string) =>
  useAppointmentWrite((body: NewAppointment) =>
    taken(api.POST('/businesses/{businessId}/appointments', { params: { path: { businessId } }, body })),
  );

export const useChangeAppointment = () =>
  useAppointmentWrite(({ id, change }: { id: string; change: AppointmentChange }) =>
    taken(api.PATCH('/appointments/{appointmentId}', { params: { path: { appointmentId: id } }, body: change })),
  );

export function useLeadAppointments({ id, businessId }: { id: string; businessId: string }) {
  return useQuery({
    queryKey: [...all, 'of-lead', id],
    queryFn: () => allAppointments(businessId, { leadId: id }),
  });
}

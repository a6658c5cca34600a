import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type User = components['schemas']['User'];
export type NewUser = components['schemas']['NewUser'];
export type UserChange = components['schemas']['UserChange'];
export type PasswordChange = components['schemas']['PasswordChange'];

const all = ['users'];

export function useUsers() {
  return useQuery({ queryKey: all, queryFn: () => taken(api.GET('/users')) });
}

export function useCreateUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewUser) => taken(api.POST('/users', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}

export function useChangeUser(userId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UserChange) => taken(api.PATCH('/users/{userId}', { params: { path: { userId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}

export function useDeleteUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => taken(api.DELETE('/users/{userId}', { params: { path: { userId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}

export function useRenewFirstPassword(userId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => taken(api.POST('/users/{userId}/first-password', { params: { path: { userId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}

export function useSetPassword(userId: string) {
  return useMutation({
    mutationFn: (body: PasswordChange) =>
      taken(api.POST('/users/{userId}/password', { params: { path: { userId } }, body })),
  });
}

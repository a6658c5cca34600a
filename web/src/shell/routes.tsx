import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { LoginPage } from '../pages/login/login-page.tsx';
import { Frame } from './frame.tsx';
import { LostPage } from './lost-page.tsx';
import { PageFault } from './page-fault.tsx';
import { Waiting } from './waiting.tsx';

/** A page that is loaded when it is first opened. */
const page = (load: () => Promise<ComponentType>) => ({ lazy: async () => ({ Component: await load() }) });

const pages = [
  { index: true, ...page(async () => (await import('../pages/live-calls/live-calls-page.tsx')).LiveCallsPage) },
  { path: 'talk', ...page(async () => (await import('../pages/talk/talk-page.tsx')).TalkPage) },
  { path: 'calls/:callSid', ...page(async () => (await import('../pages/call/call-page.tsx')).CallPage) },
  { path: 'businesses', ...page(async () => (await import('../pages/businesses/businesses-page.tsx')).BusinessesPage) },
  {
    path: 'businesses/:businessId',
    ...page(async () => (await import('../pages/businesses/business-page.tsx')).BusinessPage),
  },
  {
    path: 'appointments',
    ...page(async () => (await import('../pages/appointments/appointments-page.tsx')).AppointmentsPage),
  },
  { path: 'waitlist', ...page(async () => (await import('../pages/waitlist/waitlist-page.tsx')).WaitlistPage) },
  { path: 'reminders', ...page(async () => (await import('../pages/reminders/reminders-page.tsx')).RemindersPage) },
  { path: 'leads', ...page(async () => (await import('../pages/leads/leads-page.tsx')).LeadsPage) },
  { path: 'leads/:leadId', ...page(async () => (await import('../pages/leads/lead-page.tsx')).LeadPage) },
  { path: 'numbers', ...page(async () => (await import('../pages/numbers/numbers-page.tsx')).NumbersPage) },
  { path: 'doctor', ...page(async () => (await import('../pages/doctor/doctor-page.tsx')).DoctorPage) },
  { path: 'people', ...page(async () => (await import('../pages/people/people-page.tsx')).PeoplePage) },
  { path: '*', Component: LostPage },
];

export const router = createBrowserRouter([
  { path: '/login', Component: LoginPage, errorElement: <PageFault /> },
  {
    path: '/',
    Component: Frame,
    errorElement: <PageFault />,
    HydrateFallback: Waiting,
    children: [{ errorElement: <PageFault />, children: pages }],
  },
]);

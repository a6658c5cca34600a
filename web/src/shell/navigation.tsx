import { NavLink, Stack } from '@mantine/core';
import {
  IconBell,
  IconBuildingStore,
  IconCalendar,
  IconChartBar,
  IconHourglass,
  IconMicrophone,
  IconPhoneCall,
  IconStethoscope,
  IconUserHeart,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterLink, useLocation } from 'react-router';
import { useSession } from '../session/session.ts';
import { FollowUpCount } from './follow-up-count.tsx';

const places = [
  { to: '/', key: 'calls', icon: IconPhoneCall, for: 'everybody' },
  { to: '/talk', key: 'talk', icon: IconMicrophone, for: 'everybody' },
  { to: '/appointments', key: 'appointments', icon: IconCalendar, for: 'everybody' },
  { to: '/waitlist', key: 'waitlist', icon: IconHourglass, for: 'everybody' },
  { to: '/reminders', key: 'reminders', icon: IconBell, for: 'everybody' },
  { to: '/leads', key: 'leads', icon: IconUserHeart, for: 'everybody' },
  { to: '/businesses', key: 'businesses', icon: IconBuildingStore, for: 'everybody' },
  { to: '/numbers', key: 'numbers', icon: IconChartBar, for: 'everybody' },
  { to: '/people', key: 'people', icon: IconUsers, for: 'operators' },
  { to: '/doctor', key: 'doctor', icon: IconStethoscope, for: 'operators' },
] as const;

const isAt = (pathname: string, to: string): boolean =>
  to === '/' ? pathname === '/' || pathname.startsWith('/calls') : pathname.startsWith(to);

export function Navigation() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const role = useSession().data?.user.role;
  return (
    <Stack gap={4}>
      {places
        .filter((place) => place.for === 'everybody' || role === 'operator')
        .map(({ to, key, icon: Glyph }) => (
          <NavLink
            key={to}
            component={RouterLink}
            to={to}
            active={isAt(pathname, to)}
            label={t(`nav.${key}`)}
            leftSection={<Glyph size={20} stroke={1.7} aria-hidden />}
            rightSection={key === 'leads' && <FollowUpCount />}
            className="console-link"
          />
        ))}
    </Stack>
  );
}

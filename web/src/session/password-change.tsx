import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from './password-form.tsx';

/** Changing one's own password; closed where there is no user. */
export function PasswordChange({ userId, onClose }: { userId: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={userId !== null}
      onClose={onClose}
      title={t('password.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {userId !== null && <PasswordForm userId={userId} currentLabel={t('password.current')} onDone={onClose} />}
    </Modal>
  );
}

import { Trans } from '@lingui/react/macro';
import { IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

export function SettingsLink() {
  return (
    <Link to="/settings" className="nav">
      <IconSettings size={17} stroke={1.6} aria-hidden />
      <Trans>Settings</Trans>
    </Link>
  );
}

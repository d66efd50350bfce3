import { useLingui } from '@lingui/react/macro';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Menu entries that change between light, dark and what the device says. */
export function ColourSchemeItems() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
    { value: 'auto', label: t`As the device` },
  ] as const;
  return (
    <div role="group" aria-label={t`Colours`}>
      <Menu.Label aria-hidden>{t`Colours`}</Menu.Label>
      {choices.map(({ value, label }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          checked={colorScheme === value}
          onChange={() => setColorScheme(value)}
          closeMenuOnClick
          checkIcon={<IconCheck size={15} />}
        >
          {label}
        </Menu.RadioItem>
      ))}
    </div>
  );
}

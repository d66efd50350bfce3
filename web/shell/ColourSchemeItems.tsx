import { Menu, useMantineColorScheme } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

/** Menu entries that change between light, dark and what the device says. */
export function ColourSchemeItems() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    { value: 'light', label: t`Light`, Icon: IconSun },
    { value: 'dark', label: t`Dark`, Icon: IconMoon },
    { value: 'auto', label: t`As the device`, Icon: IconDeviceDesktop },
  ] as const;
  return (
    <>
      <Menu.Label>{t`Colours`}</Menu.Label>
      {choices.map(({ value, label, Icon }) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={colorScheme === value}
          leftSection={<Icon size={16} stroke={1.6} />}
          rightSection={colorScheme === value ? <IconCheck size={15} aria-hidden /> : undefined}
          onClick={() => setColorScheme(value)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}

import { Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { chooseLanguage } from '../i18n/detect.ts';
import { languages } from '../i18n/languages.ts';

/** Menu entries that change the language; each is written in its own language. */
export function LanguageItems() {
  const { i18n, t } = useLingui();
  return (
    <>
      <Menu.Label>{t`Language`}</Menu.Label>
      {languages.map(({ tag, name }) => (
        <Menu.Item
          key={tag}
          lang={tag}
          role="menuitemradio"
          aria-checked={i18n.locale === tag}
          rightSection={i18n.locale === tag ? <IconCheck size={15} aria-hidden /> : undefined}
          onClick={() => void chooseLanguage(tag)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}

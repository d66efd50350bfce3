import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { chooseLanguage } from '../i18n/detect.ts';
import { languages, matchLanguage } from '../i18n/languages.ts';

/** Menu entries that change the language; each is written in its own language. */
export function LanguageItems() {
  const { i18n, t } = useLingui();
  return (
    <div role="group" aria-label={t`Language`}>
      <Menu.Label aria-hidden>{t`Language`}</Menu.Label>
      <Menu.RadioGroup value={i18n.locale} onChange={(tag) => void chooseLanguage(matchLanguage([tag]))}>
        {languages.map(({ tag, name }) => (
          <Menu.RadioItem key={tag} value={tag} lang={tag} closeMenuOnClick checkIcon={<IconCheck size={15} />}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </div>
  );
}

import { Button, CopyButton, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

/** A secret that is shown this once, selected by a click and copied by a button. */
export function SecretField({ label, value }: { label: string; value: string }) {
  const { t } = useLingui();
  return (
    <div className="secret">
      <TextInput readOnly aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={value}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? t`Copied` : t`Copy`}</Button>}
      </CopyButton>
    </div>
  );
}

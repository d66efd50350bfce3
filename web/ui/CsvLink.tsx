import { Trans } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { apiUrl, type CallOptions } from '../api/client.ts';

/** Downloads what the page shows as CSV; `path` and `query` as for `api.get`. Small groups are hidden there too. */
export function CsvLink({ path, query }: { path: string; query?: CallOptions['query'] }) {
  return (
    <a className="link sub csv" href={apiUrl(path, query)} download>
      <IconDownload size={15} stroke={1.7} aria-hidden />
      <Trans>Download CSV</Trans>
    </a>
  );
}

import { fileSizeLimit } from '@collegium/contract/file-size';
import type { ResourceView } from '@collegium/contract/sharing/resources';
import { fileUses, type FileUse } from '@collegium/contract/sharing/terms';
import { ActionIcon, Button, FileButton, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileText, IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, apiUrl } from '../../api/client.ts';
import { uploadFile } from '../../api/upload.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { queryClient } from '../../api/query-client.ts';
import { fileUseNames } from '../names.ts';
import { resourceQuery } from '../queries.ts';

const megabytes = fileSizeLimit / 1_048_576;
const documents = '.pdf,.docx,.odt,.txt,.png,.jpg,.jpeg,.webp';

/** Photographs and documents: each is added and removed at once, so a resource must be there to have some. */
export function FilesField({ resource }: { resource: ResourceView | undefined }) {
  const { t } = useLingui();
  return (
    <fieldset className="line-set">
      <legend>{t`Photographs and documents`}</legend>
      {resource ? (
        <Files resource={resource} />
      ) : (
        <p className="sub">
          <Trans>
            Share the resource first; then “Change” on its page takes photographs, manuals and safety notes.
          </Trans>
        </p>
      )}
    </fieldset>
  );
}

function Files({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const [shownAs, setShownAs] = useState<FileUse>('photograph');
  const path = `/resources/${resource.id}/files`;
  const onSuccess = (changed: ResourceView) => queryClient.setQueryData(resourceQuery(resource.id).queryKey, changed);
  const add = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadFile(file);
      return api.put<ResourceView>(`${path}/${id}`, { shownAs });
    },
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (fileId: string) => api.delete<ResourceView>(`${path}/${fileId}`),
    onSuccess,
  });
  return (
    <>
      <p className="sub">
        {t`Photographs: PNG, JPEG or WebP. Documents also PDF, Word, OpenDocument or plain text. Up to ${megabytes} MB each.`}
      </p>
      <ul className="rows files">
        {resource.files.map(({ fileId, name, shownAs: use }) => (
          <li key={fileId}>
            <div className="row file-row">
              {use === 'photograph' ? (
                <img className="res-photo" src={apiUrl(`${path}/${fileId}`)} alt="" />
              ) : (
                <span className="kind">
                  <IconFileText size={19} stroke={1.6} aria-hidden />
                </span>
              )}
              <div>
                <div className="row-t">{name}</div>
                <div className="cap">{t(fileUseNames[use])}</div>
              </div>
              <ActionIcon
                variant="subtle"
                aria-label={t`Remove ${name}`}
                loading={remove.isPending && remove.variables === fileId}
                onClick={() => remove.mutate(fileId)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      <ProblemNote error={add.error ?? remove.error} />
      <div className="form-actions">
        <Select
          aria-label={t`What the file is`}
          allowDeselect={false}
          data={fileUses.map((value) => ({ value, label: t(fileUseNames[value]) }))}
          value={shownAs}
          onChange={(value) => setShownAs(value ?? 'other')}
        />
        <FileButton
          accept={shownAs === 'photograph' ? 'image/png,image/jpeg,image/webp' : documents}
          onChange={(file) => file && add.mutate(file)}
        >
          {(props) => (
            <Button {...props} leftSection={<IconPaperclip size={16} aria-hidden />} loading={add.isPending}>
              {t`Add a file`}
            </Button>
          )}
        </FileButton>
      </div>
    </>
  );
}

import type { FileView } from '@collegium/contract/files';
import type { ResourceView } from '@collegium/contract/sharing/resources';
import { fileUses, type FileUse } from '@collegium/contract/sharing/terms';
import { ActionIcon, Button, FileButton, Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { fileUseNames } from '../names.ts';
import { resourceQuery } from '../queries.ts';

/** Photographs and documents of a resource; each is added and removed at once. */
export function FilesField({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const [shownAs, setShownAs] = useState<FileUse>('photograph');
  const path = `/resources/${resource.id}/files`;
  const refresh = () => queryClient.invalidateQueries({ queryKey: resourceQuery(resource.id).queryKey });
  const add = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append('file', file);
      const { id } = await api.post<FileView>('/files', body);
      return api.put(`${path}/${id}`, { shownAs });
    },
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: (fileId: string) => api.delete(`${path}/${fileId}`), onSuccess: refresh });
  return (
    <fieldset className="line-set">
      <legend>{t`Photographs and documents`}</legend>
      <ul className="rows">
        {resource.files.map(({ fileId, name, shownAs: use }) => (
          <li key={fileId}>
            <div className="row booking-line">
              <span>{t`${name}: ${t(fileUseNames[use])}`}</span>
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
        <FileButton accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.odt,.txt" onChange={(file) => file && add.mutate(file)}>
          {(props) => (
            <Button {...props} leftSection={<IconPaperclip size={16} aria-hidden />} loading={add.isPending}>
              {t`Add a file`}
            </Button>
          )}
        </FileButton>
      </div>
    </fieldset>
  );
}

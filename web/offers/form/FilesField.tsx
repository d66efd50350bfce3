import type { OfferView } from '@collegium/contract/offers';
import { ActionIcon, FileButton, Button } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { uploadFile } from '../../api/upload.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { offerQuery } from '../offer/queries.ts';

const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.odt,.csv,.txt';

/** Files shown with the offer; each is added and removed at once. */
export function FilesField({ offer }: { offer: OfferView }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const onSuccess = (changed: OfferView) => queryClient.setQueryData(offerQuery(offer.id).queryKey, changed);
  const add = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadFile(file);
      return api.put<OfferView>(`/offers/${offer.id}/attachments/${id}`);
    },
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (fileId: string) => api.delete<OfferView>(`/offers/${offer.id}/attachments/${fileId}`),
    onSuccess,
  });
  return (
    <fieldset className="files">
      <legend>{t`Files`}</legend>
      <ul className="rows">
        {offer.attachments.map(({ fileId, name }) => (
          <li key={fileId}>
            <div className="row file-line">
              <span>{name}</span>
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
      <FileButton accept={accepted} onChange={(file) => file && add.mutate(file)}>
        {(props) => (
          <Button {...props} leftSection={<IconPaperclip size={16} aria-hidden />} loading={add.isPending}>
            {t`Add a file`}
          </Button>
        )}
      </FileButton>
      <p className="cap">{t`PDF, pictures, office documents, CSV or plain text, up to 20 MB.`}</p>
    </fieldset>
  );
}

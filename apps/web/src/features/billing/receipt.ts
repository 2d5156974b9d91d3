import { readReceipt } from '@pupitre/shared/billing/billing.contract';
import { useMutation } from '@tanstack/react-query';
import { callForFile } from '../../lib/api-client';

/** Long enough for the new page to have read it. */
const KEPT_MS = 60_000;

async function openReceipt(practiceId: string, invoiceId: string): Promise<void> {
  const { blob, name } = await callForFile(readReceipt, { params: { practiceId, invoiceId } });
  const url = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  // A browser that opens no page for us still takes the file.
  if (!window.open(url, '_blank')) save(url, name || 'recu.pdf');
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Opens the receipt in a page of its own, ready to print. Asked for in the page: a refusal is told where one is. */
export function useReceipt(practiceId: string, invoiceId: string) {
  return useMutation({ mutationFn: () => openReceipt(practiceId, invoiceId) });
}

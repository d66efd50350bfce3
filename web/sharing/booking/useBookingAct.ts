import type { BookingView } from '@collegium/contract/sharing/bookings';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { bookingChanged } from '../queries.ts';

/** One move of a booking by its last part of the address: `approve`, `cancel`, `check-in` … */
export function useBookingAct(booking: Pick<BookingView, 'id' | 'version'>, what: string, onDone?: () => void) {
  return useMutation({
    mutationFn: (body: object) =>
      api.post<BookingView>(`/bookings/${booking.id}/${what}`, body, { ifMatch: booking.version }),
    onSuccess: async (changed) => {
      await bookingChanged(changed);
      await queryClient.invalidateQueries({ queryKey: ['session'] });
      onDone?.();
    },
  });
}

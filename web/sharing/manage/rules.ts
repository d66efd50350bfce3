import type { BookingRules } from '@collegium/contract/sharing/rules';

/** The rules with which the form of a new resource begins: those that the server would set. */
export const usualRules: BookingRules = {
  gridMinutes: 15,
  shortestMinutes: 15,
  longestMinutes: 480,
  noticeMinutes: 0,
  horizonDays: 180,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  cancelNoticeMinutes: 0,
  approvalChain: [],
  checkIn: 'none',
  releaseAfterMinutes: null,
  acceptWithinMinutes: null,
  fairShareHours: null,
};

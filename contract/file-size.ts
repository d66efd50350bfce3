/** Bytes that an uploaded file may have: 20 MB. The database refuses more by itself. */
export const fileSizeLimit = 20_971_520;

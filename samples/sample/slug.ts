/** The name under which the sample world lives. */
export const sampleSlug = 'sample';

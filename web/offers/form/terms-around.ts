const seasons = ['spring', 'summer', 'autumn', 'winter'];

/** Terms to choose from: this year and the three that follow, each with its seasons; the chosen one stays among them. */
export function termsAround(now: Date, chosen: string | null): string[] {
  const years = [0, 1, 2, 3].map((ahead) => String(now.getUTCFullYear() + ahead));
  const terms = years.flatMap((year) => [year, ...seasons.map((season) => `${year}-${season}`)]);
  return chosen === null || terms.includes(chosen) ? terms : [chosen, ...terms];
}

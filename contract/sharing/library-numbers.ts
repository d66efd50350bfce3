/** A book's number without hyphens, when its check digit is right (ISO 2108, both lengths). */
export function isbnOf(entered: string): string | undefined {
  const digits = entered.replace(/[\s-]/g, '').toUpperCase();
  if (/^[0-9]{9}[0-9X]$/.test(digits)) return isTens(digits, 11) ? digits : undefined;
  if (!/^97[89][0-9]{10}$/.test(digits)) return undefined;
  const sum = Array.from(digits).reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0 ? digits : undefined;
}

/** A journal's number with its hyphen, when its check digit is right (ISO 3297). */
export function issnOf(entered: string): string | undefined {
  const digits = entered.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[0-9]{7}[0-9X]$/.test(digits) || !isTens(digits, 11)) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** A digital object identifier without the address of a resolver before it (ISO 26324). */
export function doiOf(entered: string): string | undefined {
  const doi = entered.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '');
  return /^10\.[0-9]{4,9}\/[!-~]+$/.test(doi) ? doi : undefined;
}

/** Digits weighed by their place from the end, X being ten, are a multiple of the modulus. */
function isTens(digits: string, modulus: number): boolean {
  const weight = digits.length;
  const sum = Array.from(digits).reduce(
    (total, digit, place) => total + (digit === 'X' ? 10 : Number(digit)) * (weight - place),
    0,
  );
  return sum % modulus === 0;
}

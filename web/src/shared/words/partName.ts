/** The word that the code of a class spells, four hexadecimal digits a letter: `part-4e3b673a` is 主机; nothing for another code. */
export function partName(code: string): string | undefined {
  const [, digits] = /^part-((?:[0-9a-f]{4})+)$/.exec(code) ?? [];
  const word = digits?.replace(/.{4}/g, (letter) => String.fromCodePoint(Number.parseInt(letter, 16)));
  return word !== undefined && !/\p{Cc}|\p{Cs}|\p{Cn}/u.test(word) ? word : undefined;
}

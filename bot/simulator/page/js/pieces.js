export const LONGEST = 4096; // UTF-16 units in one message, as Telegram counts them

// What is too long for one message goes as several, parted between lines or words, as in Telegram.
export function pieces(text) {
  if (text.length <= LONGEST) return [text];
  const at = seam(text);
  return [text.slice(0, at).trimEnd(), ...pieces(text.slice(at).trimStart())];
}

function seam(text) {
  const line = text.lastIndexOf("\n", LONGEST);
  if (line > LONGEST / 2) return line;
  const word = text.lastIndexOf(" ", LONGEST);
  if (word > 0) return word;
  const inPair = /[\uD800-\uDBFF]/.test(text[LONGEST - 1]);
  return inPair ? LONGEST - 1 : LONGEST;
}

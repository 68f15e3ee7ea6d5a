/** A sign of a word that has spaces around it. Scripts that write words without spaces have no such inside: `这是**重要**的`. */
export const wordSign =
  /(?!\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr})[\p{L}\p{N}\p{M}_]/u

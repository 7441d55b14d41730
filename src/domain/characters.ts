/**
 * The length of a text as a call for works means it: Word's 字数 (“Words” in its Chinese word count).
 *
 * - every Han, kana, hangul, bopomofo and full-width character, CJK punctuation included, counts one;
 * - a run of anything else without white space (`2022`, `App,`, `don’t`) counts one;
 * - white space, combining marks, variation selectors and zero-width characters count nothing;
 * - every emoji counts one.
 *
 * Quotation marks, dashes and dots that both scripts share count one, as in a Chinese text, unless
 * they stand inside a Latin run. Code points are counted, never UTF-16 units.
 * Source: Microsoft, “Show word count” and the Word object model, `WdStatistic.wdStatisticWords`
 * against `wdStatisticFarEastCharacters`; hangul, which Word counts by word, counts by character.
 */
export function countCharacters(text: string): number {
  let count = 0
  let inRun = false
  let joined = false
  // Composed first: a letter typed as base and mark is one letter.
  const points = [...text.normalize('NFC')]
  for (const [index, point] of points.entries()) {
    if (unseen.test(point)) {
      joined = point === zeroWidthJoiner
      continue
    }
    if (space.test(point)) {
      inRun = false
    } else if (pictograph.test(point)) {
      if (!joined) count += 1
      inRun = false
    } else if (wide.test(point)) {
      count += 1
      inRun = false
    } else if (shared.test(point) && !(inRun && latin.test(points[index + 1] ?? ''))) {
      count += 1
      inRun = false
    } else if (!inRun) {
      count += 1
      inRun = true
    }
    joined = false
  }
  return count
}

/** Seconds as `8:41`, from an hour on `1:02:03`; a fraction of a second is dropped. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '?'
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

const zeroWidthJoiner = '\u200D'
/** Marks (variation selectors are marks), format and control characters, skin tones. */
const unseen = /^(?:[\p{M}\p{Cf}\p{Emoji_Modifier}]|(?!\s)\p{Cc})$/u
const space = /^[\s\u0085]$/u
const pictograph = /^(?=\P{ASCII})\p{Emoji_Presentation}$|^[\u{1F000}-\u{1FAFF}]$/u
/** CJK scripts, CJK symbols and punctuation, enclosed and compatibility forms, full-width forms. */
const wide =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|[\u3001-\u303F\u30A0-\u30FF\u3200-\u33FF\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFFEF])$/u
/** · — … ‘ ’ “ ” and their kin, which both scripts use. */
const shared = /^[\u00B7\u2013-\u2015\u2018-\u201F\u2025\u2026]$/u
const latin = /^[\p{L}\p{N}]$/u

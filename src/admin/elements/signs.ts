/** Signs between words, which Chinese and English write differently. */
export function signsOf(language: string): {
  and: string
  comma: string
  semicolon: string
  colon: string
} {
  return language === 'en'
    ? { and: ', ', comma: ', ', semicolon: '; ', colon: ': ' }
    : { and: '、', comma: '，', semicolon: '；', colon: '：' }
}

import type { Words } from '../../../domain/words.ts'
import type { Explained, ExplainedRound } from './explained.ts'

/**
 * Explanations as a page for the printer: Chinese first, English beside it, a sheet a work, nothing that
 * has to be loaded. `at`: when it was made, as text.
 */
export function explanationPage(round: ExplainedRound, at: string): string {
  const { title, track, version, sha256, rules, works } = round
  const state =
    version === null
      ? both({ zh: '尚未锁定，仅供核对', en: 'Not locked yet: for checking only' })
      : both({ zh: `已锁定，第 ${version} 版`, en: `Locked, version ${version}` })
  const foot = `<footer><p>${state}</p><p>SHA-256 <code>${escape(sha256)}</code></p><p>${escape(at)}</p></footer>`
  const head = `<header><p>${escape(track)}</p><h1>${escape(title)}</h1></header>`
  const ruleList = `<section><h3>规则 <span lang="en">Rules</span></h3><ul>${rules.map(item).join('')}</ul></section>`
  const sheets = works.map(
    (work) => `<article>${head}${workPart(work)}${ruleList}${foot}</article>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} 名次说明</title><style>${style}</style></head><body>${sheets.join('\n')}</body></html>`
}

function workPart({ entry, number, title, unit, line, explanation, sentences }: Explained): string {
  const rank = explanation.rank === null ? '—' : String(explanation.rank)
  const facts = [
    ['名次', 'Rank', `${rank} / ${explanation.of}`],
    ['得分', 'Points', explanation.value ?? '—'],
    ['结果', 'Result', line ? [...new Set([line.zh, line.en])].join(' ') : '—'],
    ['轮次编号', 'Number', String(number)],
  ]
  const cells = facts.map(
    ([zh, en, value]) =>
      `<div><dt>${zh} <span lang="en">${en}</span></dt><dd>${escape(value!)}</dd></div>`,
  )
  return `<h2>${escape(title)}</h2><p class="of">${escape(unit ?? '')} · ${escape(entry)}</p>
<dl>${cells.join('')}</dl><ol>${sentences.map(item).join('')}</ol>`
}

const item = (sentence: Words) => `<li>${both(sentence)}</li>`
const both = ({ zh, en }: Words) => `${escape(zh)}<span lang="en">${escape(en)}</span>`

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const style = `
body { margin: 0; color: #16181d; background: #f2f3f5; font: 15px/1.7 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif }
article { box-sizing: border-box; max-width: 190mm; margin: 24px auto; padding: 16mm; background: #fff; overflow-wrap: anywhere }
h1 { margin: 0; font-size: 17px } header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; padding-bottom: 8px; border-bottom: 2px solid #b3261e }
header p { margin: 0 } h2 { margin: 24px 0 0; font-size: 24px; line-height: 1.3 } h3 { margin: 0; font-size: 14px } .of { margin: 4px 0 16px; color: #555b66 }
dl { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 0 0 16px } dt { color: #555b66; font-size: 13px } dd { margin: 0; font-size: 20px; font-variant-numeric: tabular-nums }
li { margin: 6px 0 } li span, dt span, h3 span, footer span { display: block; color: #555b66; font-size: 12px; line-height: 1.5 } dt span, h3 span { display: inline }
section { margin-top: 20px; padding-top: 12px; border-top: 1px solid #d5d8de; font-size: 13px } section li { margin: 2px 0 }
footer { margin-top: 20px; padding-top: 8px; border-top: 1px solid #d5d8de; color: #555b66; font-size: 12px } footer p { margin: 2px 0 }
@page { size: A4; margin: 14mm }
@media print { body { background: none } article { margin: 0; padding: 0; max-width: none; break-after: page } article:last-child { break-after: auto } li { break-inside: avoid } }
`

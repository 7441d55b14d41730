/** What reviewers write: reasons for sending back, refusing, taking down; remarks for one another. */
import type { EntryKind } from '../../../src/domain/kinds.ts'
import type { Random } from '../random.ts'

type Reasoned = 'return' | 'reject' | 'takeDown' | 'reopen' | 'withdraw'

const reasons: Record<Reasoned, string[]> = {
  return: [
    '作者单位名称与公章不一致，请核对后重新报送。',
    '简介过于简略，请补充创作背景和拍摄情况。',
    '请补充作者授权说明，并核对作者排序。',
  ],
  reject: ['与往年参评作品内容高度重复，不予通过。', '内容与本项目主题不符，建议改报其他子项目。'],
  takeDown: ['收到关于署名的反映，核实期间先行下架。'],
  reopen: ['作者补充了证明材料，同意重新办理。'],
  withdraw: ['作者申请撤回，拟补充素材后改报明年。'],
}

const returnsByKind: Record<EntryKind, string[]> = {
  photos: ['组照顺序与说明不对应，请调整后再报。', '拍摄地点请写到具体单位或地段，不能只写市名。'],
  videos: ['片尾出现其他活动标识，请去除后重新上传。', '字幕有两处错别字（02 与 05 段），请修改。'],
  recitations: ['背景音乐声盖过人声，请重新混音。', '篇目出处请写全作者和朝代。'],
  commentaries: ['截图未显示发表日期，请更换完整截图。', '发表链接打不开，请核实。'],
  cases: ['成效部分请补充统计口径和时间范围。', '典型事例请隐去当事人可识别信息。'],
  platforms: ['自评分缺少佐证材料，请逐项补充。', '活跃用户数请注明统计周期。'],
}

const notes = [
  '画面和主题都不错，建议作为重点作品关注。',
  '已电话联系报送单位，材料齐全。',
  '同题材作品较多，复审时请比较。',
  '数据已抽查，与佐证一致。',
  '标题可再凝练，不影响推荐。',
]

export function reasonFor(action: Reasoned, kind: EntryKind, random: Random): string {
  const own = action === 'return' ? returnsByKind[kind] : []
  return random.pick([...own, ...reasons[action]])
}

export function remark(random: Random): string {
  return random.pick(notes)
}

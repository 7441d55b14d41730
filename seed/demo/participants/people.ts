/**
 * The client of the demo and the workers who come through it. Like all of the demo they are invented, and
 * the names that their client gives them (`sub`) lead to nobody.
 */

/** The client's id (`iss` of its tokens), as the province would set it up. */
export const demoClient = {
  clientId: 'demo-app',
  name: '演示·工会 App',
  kind: 'app',
  rateTier: 'normal',
  scopes: ['entries:write', 'votes:write', 'results:read'],
  /** Code of the unit that reviews first where a person chooses none: one without quotas that could be used up. */
  unit: '320000-I1',
} as const

/** Agreed to by everybody who sends something in; written into the campaign unless it has terms. */
export const demoTerms = {
  version: '2022-1',
  text: '演示须知：作品须为本人原创；报送后由所选单位工会初审；公开作品前须同意公开作者姓名，画面中有人物的还须同意公开肖像。',
} as const

export type DemoWorker = { sub: string; name: string; workplace: string; phone: string }

/** Twelve workers; the first is also whom `npm run demo:token` names unless it is told another. */
export const demoWorkers: readonly DemoWorker[] = [
  ['子', '示例机床厂'],
  ['丑', '样例供电公司'],
  ['寅', '示例纺织公司'],
  ['卯', '样例港口公司'],
  ['辰', '示例快递分拨中心'],
  ['巳', '样例电子厂'],
  ['午', '示例轨道交通公司'],
  ['未', '样例人民医院'],
  ['申', '示例中学'],
  ['酉', '样例环卫所'],
  ['戌', '示例化纤厂'],
  ['亥', '样例公交公司'],
].map(([sign, workplace], index) => ({
  sub: `demo-worker-${String(index + 1).padStart(2, '0')}`,
  name: `演示·职工${sign}`,
  workplace: workplace!,
  // A block that stands for nobody, beside the one of the units' authors.
  phone: `199000090${String(index + 1).padStart(2, '0')}`,
}))

/**
 * Certificates drawn, one after the other, as the job draws them, without the store: 100 and 1,000 of them.
 *
 * Linear growth is ten times; more than 13 is another law. 100 ms a page stands for “1,000 within two minutes”.
 */
import { report, type Line } from './line.ts'
import { drawCertificate } from '../src/plugins/certificates/draw/draw.ts'

const bench = 'certificates'
const growth = 13

export async function certificates(): Promise<Line[]> {
  await drawn(5)
  const [few, many] = [await drawn(100), await drawn(1_000)]
  return [
    ours('100 pages, beside 100 ms each', few, 10_000, 1),
    ours('1,000 pages, beside 100 ms each', many, 100_000, 1),
    ours('1,000 pages, beside 100', many, few, growth),
  ]
}

const ours = (name: string, time: number, peer: number, want: number): Line =>
  report({ ...{ bench, case: name, ours: time, peer, unit: 'ms' }, want })

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'

async function drawn(count: number): Promise<number> {
  const from = performance.now()
  for (let index = 0; index < count; index += 1) {
    const name = surnames[index % 16]! + given[index % 19]! + given[(index * 7) % 20]!
    await drawCertificate({
      texts: {
        title: '荣誉证书',
        body: `${name}：\n　　作品《${name}的第${index}个清晨》在示例主题活动摄影作品评选中荣获\n# 一等奖\n　　特发此证，以资鼓励。`,
        ...{ issuers: '演示总工会\n网络工作部', date: '2022年11月8日' },
      },
      ...{ orientation: 'landscape', number: '2022-PHO-00001-X', seal: null },
      ...{ address: 'https://example.org/v1/certificates/2022-PHO-00001-X', madeAt: new Date(0) },
    })
  }
  return performance.now() - from
}

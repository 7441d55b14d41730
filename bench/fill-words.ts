/** The words of the benchmarks' entries; nobody and no place of this exists. */
export const scenes = [
  '炉火',
  '晨光',
  '塔吊',
  '焊花',
  '车间',
  '码头',
  '夜班',
  '麦田',
  '高炉',
  '云端',
  '桥墩',
  '织机',
  '风机',
  '轨道',
  '灯塔',
  '机床',
  '船坞',
  '电网',
  '药房',
  '课堂',
  '站台',
  '仓库',
  '管廊',
  '实验室',
]

export const subjects = [
  '映初心',
  '里的守望',
  '上的脊梁',
  '旁的早餐',
  '与青春',
  '边的誓言',
  '深处的回响',
  '守护者',
  '见证匠心',
  '写下答卷',
  '奏响劳动之歌',
  '点亮万家灯火',
  '的二十四小时',
  '传承三代人',
  '里的微笑',
  '迎来新学徒',
  '绘新图',
  '护平安',
]

export const themes = ['劳模风采', '工匠技艺', '重大科技创新', '企业火热劳动场景', '职工幸福生活']

export const places = ['演示市示例厂', '演示市模拟码头', '演示县样例工地', '演示市虚拟产业园']

const sentences = [
  '作品记录一线职工在平凡岗位上的坚守，从清晨第一班到深夜最后一次巡检，用镜头写下他们的专注与从容。',
  '老师傅把三十年的手艺交给新来的学徒，一遍遍示范，一遍遍纠正，火花里看得见传承，也看得见一座城的日常。',
  '面对工期和天气的双重考验，班组连续奋战，把难题拆成小事，一件件做完，终于按时交出合格的答卷。',
  '他们来自五湖四海，在同一条生产线上相识，工会的职工之家成了第二个家，热饭热水热心肠。',
]

/** Two or three sentences each, some hundred characters, as editors write them. */
export const summaries = sentences.flatMap((first) =>
  sentences.flatMap((second) =>
    first === second ? [] : [`${first}${second}`, `${second}${first}${second}`],
  ),
)

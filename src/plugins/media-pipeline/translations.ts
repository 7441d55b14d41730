import { translationsOf } from '../../admin/elements/translate.ts'
import { words } from '../../domain/words.ts'

/** What the screens of files say, Chinese first. */
export const mediaTexts = {
  title: words('文件处理', 'Processing'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到处理情况，请重试', 'How far it is could not be read; try again'),
  retry: words('重试', 'Try again'),
  noAnswer: words('服务器没有应答，请重试', 'The server did not answer; try again'),

  // how far a file is
  none: words('尚未处理', 'Not made ready yet'),
  waiting: words('等待处理', 'Waiting'),
  working: words('正在处理', 'Being made ready'),
  workingAt: words('正在处理 {{percent}}%', 'Being made ready, {{percent}}%'),
  done: words('已就绪', 'Ready'),
  failed: words('处理失败', 'Failed'),
  failedBecause: words('处理失败：{{why}}', 'Failed: {{why}}'),
  makeReady: words('开始处理', 'Make it ready'),
  again: words('重新处理', 'Make it ready anew'),
  asked: words(
    '{{at}} 已提交处理，结果会自动更新',
    'Asked for at {{at}}; what comes of it shows here',
  ),
  stays: words(
    '原文件仍然保留，管理人员可以查看。',
    'The original is kept, and staff can look at it.',
  ),

  // what a file is
  type: words('类型', 'Type'),
  size: words('大小', 'Size'),
  pixels: words('画面', 'Picture'),
  duration: words('时长', 'Length'),
  videoCodec: words('视频编码', 'Video'),
  audioCodec: words('声音编码', 'Sound'),
  bitRate: words('码率', 'Bit rate'),
  pages: words('页数', 'Pages'),
  takenAt: words('拍摄时间', 'Taken'),
  camera: words('拍摄设备', 'Camera'),
  place: words('拍摄地点', 'Place'),
  hasPlace: words(
    '原件中有，公开的图片中已去除',
    'In the original; taken out of what the public sees',
  ),
  noPlace: words('原件中没有', 'Not in the original'),
  frames: words('{{count}} 帧/秒', '{{count}} frames/s'),
  hdr: words('HDR', 'HDR'),
  mono: words('单声道', 'mono'),
  stereo: words('立体声', 'stereo'),
  channels: words('{{count}} 声道', '{{count}} channels'),

  // what was made of it
  copies: words('供公众观看的版本', 'Made for the public'),
  copy720p: words('视频 720p', 'Film, 720p'),
  copy1080p: words('视频 1080p', 'Film, 1080p'),
  copyposter: words('视频封面', 'Poster'),
  copyaudio: words('音频', 'Sound'),
  copywaveform: words('波形图', 'Waveform'),
  copywide: words('大图', 'Large picture'),
  copycard: words('列表图', 'Picture for cards'),
  copythumb: words('缩略图', 'Thumbnail'),
} as const

export type MediaKey = keyof typeof mediaTexts

export const mediaTranslations = translationsOf('media', mediaTexts)

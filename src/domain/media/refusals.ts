import type { Words } from '../words.ts'

/** Why a file is not taken or cannot be made ready: a stable code and a sentence for whoever sent it. */
export type MediaRefusal = { code: MediaRefusalCode; words: Words }

type Given = { is?: string | number; limit?: string | number }

const sentences = {
  'file-empty': () => ({ zh: '文件是空的', en: 'The file is empty' }),
  'file-type': ({ is = '未知内容 / unknown content' }) => ({
    zh: `不接受这种文件（${is}）`,
    en: `Files like this are not taken (${is})`,
  }),
  'file-not-what-it-claims': ({ is, limit }) => ({
    zh: `文件自称是 ${limit}，内容却是 ${is}`,
    en: `The file claims to be ${limit} but is ${is}`,
  }),
  'file-size': ({ is, limit }) => ({
    zh: `文件 ${is} MB，超过上限 ${limit} MB`,
    en: `The file has ${is} MB, at most ${limit} MB`,
  }),
  'foreign-data': ({ is }) => ({
    zh: `文件里夹带了其他内容（${is}），请导出一份干净的文件再上传`,
    en: `The file carries something else inside (${is}); export a clean one and send that`,
  }),
  'picture-too-large': ({ limit }) => ({
    zh: `图片超过 ${limit} 百万像素`,
    en: `The picture has more than ${limit} megapixels`,
  }),
  'picture-too-small': ({ is, limit }) => ({
    zh: `图片 ${is} 像素，每边至少 ${limit} 像素`,
    en: `The picture is ${is} pixels; each side needs at least ${limit}`,
  }),
  'picture-moves': () => ({
    zh: '图片是动图或有多页，请上传单幅静态图片',
    en: 'The picture moves or has several pages: send a single still',
  }),
  'picture-damaged': () => ({
    zh: '图片不完整或已损坏，打不开',
    en: 'The picture is truncated or damaged and cannot be opened',
  }),
  'film-damaged': () => ({
    zh: '音视频不完整或已损坏（可能没有传完或没有录完），请重新导出后上传',
    en: 'The film or sound is truncated or damaged (cut off while sending or recording): export it anew',
  }),
  'film-no-picture': () => ({ zh: '视频里没有画面', en: 'The film has no picture' }),
  'sound-no-sound': () => ({ zh: '音频里没有声音', en: 'The file has no sound in it' }),
  'film-no-length': () => ({ zh: '音视频的时长为零', en: 'The film or sound lasts no time' }),
  'film-too-long': ({ is, limit }) => ({
    zh: `时长 ${is}，超过系统上限 ${limit}`,
    en: `It lasts ${is}; the system takes at most ${limit}`,
  }),
  'film-too-large': ({ is, limit }) => ({
    zh: `画面 ${is}，超出系统能处理的范围（${limit}）`,
    en: `The picture is ${is}, beyond what can be processed (${limit})`,
  }),
  'film-codec': ({ is }) => ({
    zh: `不支持这种编码（${is}），请导出为 H.264/AAC 的 MP4`,
    en: `This codec is not supported (${is}): export an MP4 with H.264 and AAC`,
  }),
  'pdf-damaged': () => ({
    zh: 'PDF 已损坏，打不开',
    en: 'The PDF is damaged and cannot be opened',
  }),
  'pdf-encrypted': () => ({
    zh: 'PDF 设了密码，请去掉密码后上传',
    en: 'The PDF is encrypted: remove its password first',
  }),
  'pdf-active': ({ is }) => ({
    zh: `PDF 含有脚本、附件或会自动执行的内容（${is}），请另存为普通 PDF 后上传`,
    en: `The PDF holds scripts, attachments or actions (${is}): save it as a plain PDF`,
  }),
  'pdf-pages': ({ is, limit }) => ({
    zh: `PDF 有 ${is} 页，最多 ${limit} 页`,
    en: `The PDF has ${is} pages, at most ${limit}`,
  }),
  'docx-damaged': () => ({
    zh: 'Word 文档已损坏或不是 DOCX，打不开',
    en: 'The Word document is damaged or no DOCX',
  }),
  'docx-active': ({ is }) => ({
    zh: `Word 文档含有宏、嵌入文件或外部模板（${is}），请另存为普通 DOCX 后上传`,
    en: `The document holds macros, embedded files or an outside template (${is}): save it as a plain DOCX`,
  }),
  'docx-bomb': ({ limit }) => ({
    zh: `Word 文档解开后过大（上限 ${limit}）`,
    en: `The document is too large when unpacked (at most ${limit})`,
  }),
} satisfies Record<string, (given: Given) => Words>

export type MediaRefusalCode = keyof typeof sentences

export const mediaRefusalCodes = Object.keys(sentences) as MediaRefusalCode[]

/** The refusal of a code; `is` and `limit` are what was found and what is allowed, where it has them. */
export const mediaRefusal = (code: MediaRefusalCode, given: Given = {}): MediaRefusal => ({
  code,
  words: sentences[code](given),
})

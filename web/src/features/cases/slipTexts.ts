import { defineTexts } from '@/shared/i18n';

/** Photos of a report, what a slip lacks, and times that cannot be. */
export const slipTexts = defineTexts('slip', {
  zh: {
    'photos': '照片',
    'photos.choose': '选择照片',
    'photos.hint': '故障部位、铭牌等，登记时一并上传。',
    'photos.requiredBy': '条款“{{heading}}”要求照片。手边没有也可以先登记，补交前服务单上一直标明缺少照片。',
    'photos.remove': '移除',
    'photos.unsent': '服务单已登记，但照片“{{name}}”没有传上去：{{because}}。请在附件中补传。',
    'photos.tooLarge': '“{{name}}”超过 {{size}} MB，请换一张较小的。',
    'agreed.past': '约定的上门时间已经过去，请填写之后的时间。补录较早的约定，请先填写下方的发生时间。',
    'at.future': '发生时间不能在将来。',
    'lacks': '报修单还缺：{{fields}}',
    'lacks.by': '条款“{{heading}}”要求。',
    'lacks.photos': '上传照片后即自动补齐。',
    'lacks.add': '去上传',
  },
  en: {
    'photos': 'Photos',
    'photos.choose': 'Choose photos',
    'photos.hint': 'Of the fault, the nameplate and the like; they are sent along with the report.',
    'photos.requiredBy': 'Clause “{{heading}}” requires photos. The report can be taken without; until one comes, the case says that they are missing.',
    'photos.remove': 'Remove',
    'photos.unsent': 'The case is opened, but the photo “{{name}}” could not be sent: {{because}}. Add it again under attachments.',
    'photos.tooLarge': '“{{name}}” is larger than {{size}} MB; choose a smaller one.',
    'agreed.past': 'The time agreed on is past already; choose a later one. To enter an earlier agreement, say below when it was made.',
    'at.future': 'It cannot have happened in the future.',
    'lacks': 'The slip still lacks: {{fields}}',
    'lacks.by': 'Clause “{{heading}}” requires it.',
    'lacks.photos': 'A photo that is added completes it.',
    'lacks.add': 'Add one',
  },
});

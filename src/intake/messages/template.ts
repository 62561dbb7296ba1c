import type { Text } from '../../domain/text.js'

/** Sentences about a filled-in template whose words contradict what it was made for. */
export const templateMessages = {
  template_period_differs: {
    zh: '标题写的是{said}，而这份模板是为{stamped}生成的：请改回标题，或换用{said}的模板填报',
    en: 'the title says {said}, and this template was made for {stamped}: put the title back, or use the template for {said}',
  },
  template_of_part: {
    zh: '这是{unit}自己的表：一个县（市、区）一期只收一份，请由县里把各乡镇的表汇总到县的模板后报送',
    en: 'this is the return of {unit} alone: a county sends one file a period, so put all townships into the template of the county',
  },
  template_unit_differs: {
    zh: '填报单位写的是“{original}”，而这份模板是为{stamped}生成的：请改回填报单位，或换用该单位的模板填报',
    en: 'the reporting unit is "{original}", and this template was made for {stamped}: put it back, or use the template of that unit',
  },
} satisfies Record<string, Text>

import { defineDataset } from '../../src/domain/dataset.js'

/**
 * 全国公开数据: published national figures, one row a series and year, each with the definition it was published under, the
 * publisher and the address. Two definitions are two series and never share a line.
 */
export const national = defineDataset({
  id: 'national',
  title: { zh: '全国公开数据', en: 'Published national figures' },
  frequency: 'A',
  grain: 'nation',
  due_day: 28,
  partial: 'rows',
  title_words: ['全国公开数据'],
  columns: [
    { name: 'series', header: { zh: '系列', en: 'Series' }, kind: 'text', key: true },
    { name: 'value', header: { zh: '数值', en: 'Value' }, kind: 'amount' },
    { name: 'unit', header: { zh: '计量单位', en: 'Unit' }, kind: 'text' },
    { name: 'definition', header: { zh: '口径', en: 'Definition' }, kind: 'text' },
    { name: 'definition_en', header: { zh: '口径（英文）', en: 'Definition (English)' }, kind: 'text' },
    { name: 'publisher', header: { zh: '发布者', en: 'Publisher' }, kind: 'text' },
    { name: 'source_url', header: { zh: '来源地址', en: 'Address' }, kind: 'text' },
  ],
})

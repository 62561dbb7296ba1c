import type { Region, RegionClass, RegionLevel } from '../../src/domain/region.js'

const levels: Record<number, RegionLevel> = { 9: 'township', 12: 'village' }

function region(code: string, name: string, valid: [string, string | null] = ['2018-01', null]): Region {
  const region_level = code.endsWith('0000')
    ? 'province'
    : code.length === 6
      ? code.endsWith('00')
        ? 'prefecture'
        : 'county'
      : (levels[code.length] as RegionLevel)
  const parents = { province: null, prefecture: '990000', county: `${code.slice(0, 4)}00` } as Record<
    string,
    string | null
  >
  return {
    region_code: code,
    region_name: name,
    short_name: name.length > 2 ? name.replace(/(省|市|区|县|镇|乡|街道|村)$/, '') : name,
    region_level,
    parent_code: region_level in parents ? (parents[region_level] ?? null) : code.slice(0, -3),
    region_class: region_level === 'county' ? ('plain' satisfies RegionClass) : null,
    valid_from: valid[0],
    valid_to: valid[1],
  }
}

/** A made-up city of three counties: one is re-coded in 2023, one township is renamed in 2021, two villages share a name. */
export const regions: Region[] = [
  region('990000', '示例省'),
  region('990300', '河州市'),
  region('990301', '东城区'),
  region('990301001', '城关街道'),
  region('990301002', '柳林镇'),
  region('990301003', '白马乡', ['2018-01', '2020-12']),
  region('990301003', '白马镇', ['2021-01', null]),
  region('990322', '孟河县'),
  region('990322001', '城关镇'),
  region('990322002', '送驾镇'),
  region('990322003', '平水乡'),
  region('990322001001', '东关村'),
  region('990322001002', '西关村'),
  region('990322002001', '李村'),
  region('990322002002', '王庄村'),
  region('990322003001', '东关村'),
  region('990381', '河阳市', ['2018-01', '2022-12']),
  region('990381001', '首阳镇', ['2018-01', '2022-12']),
  region('990307', '河阳区', ['2023-01', null]),
  region('990307001', '首阳镇', ['2023-01', null]),
  region('990400', '江州市'),
  region('990401', '江北区'),
  region('990401001', '江心镇'),
  region('990401002', '码头镇'),
  region('990401001001', '桥头村'),
  region('990401001002', '河湾村'),
  region('990401001003', '大塘村'),
  region('990401001004', '小塘村'),
  region('990401001005', '东岭村'),
  region('990401001006', '西岭村'),
  region('990401001007', '上洼村'),
  region('990401001008', '下洼村'),
  region('990401002001', '青石村'),
  region('990401002002', '白石村'),
]

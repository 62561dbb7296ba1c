import { apportion } from './apportion.js'
import { chance } from './chance.js'
import { type County, counties } from './counties.js'
import { countyName } from './names.js'

/** A fictional prefecture. Codes beginning 99 are given to no real place. */
export interface Prefecture {
  code: string
  name: string
  counties: readonly County[]
  /**
   * What its first figures add up to: with an organisation in 2018-01, by income in 2017, meeting places at the end of 2017, and by how
   * many per cent earmarked funds grew in 2018; null where nothing was published.
   */
  published: {
    covered: { firms: number; social: number }
    villages: { none: number; upTo50k: number }
    premises: { substandard: number; none_or_rented: number; built: number }
    budget_growth_pct: number
  } | null
}

/** What a sample is about: one prefecture, or a province of several. */
export interface Area {
  province: { code: string; name: string } | null
  prefectures: readonly Prefecture[]
}

/**
 * 78 % of 6,352 firms and 71 % of 2,317 social organisations; 63 % of 2,719 villages without income, 88 % up to 50,000 yuan; nearly 40 %
 * with a meeting place below standard, nearly 2 % with none or a rented one, 1,812 built or improved; earmarked funds up 147 %.
 */
export const sampleCity: Prefecture = {
  code: '990300',
  name: '河州市',
  counties,
  published: {
    covered: { firms: Math.round(0.78 * 6352), social: Math.round(0.71 * 2317) },
    villages: { none: Math.round(0.63 * 2719), upTo50k: Math.round(0.88 * 2719) },
    premises: { substandard: Math.round(0.396 * 2719), none_or_rented: Math.round(0.019 * 2719), built: 1812 },
    budget_growth_pct: 147,
  },
}

/** The city's nine rural counties and one urban district: every other prefecture has one like each of them. */
const models = counties.filter(({ code, towns }) => code === '990302' || towns > 12)
const neighbours = ['汀澜', '禾渡', '青岫', '枫泽', '砚江', '石澜', '松漪', '鹤汀', '菱浦', '霁川']
const provinceVillages = 30_000

/** The ten other prefectures: 100 counties, 1,440 townships, and as many villages as make the province's 30,000. */
function buildNeighbours(): Prefecture[] {
  const made = neighbours.map((name, index) => {
    const code = `99${String(index < 2 ? index + 1 : index + 2).padStart(2, '0')}00`
    return { code, name: `${name}市`, counties: models.map((model, place) => countyLike(model, code, index, place)) }
  })
  const all = made.flatMap((prefecture) => prefecture.counties)
  const left = provinceVillages - counties.reduce((sum, { villages }) => sum + villages, 0)
  const villages = apportion(
    left,
    all.map((county) => county.villages),
  )
  return made.map((prefecture) => ({
    ...prefecture,
    counties: prefecture.counties.map((county) => ({ ...county, villages: villages[all.indexOf(county)] ?? 0 })),
    published: null,
  }))
}

function countyLike(model: County, prefecture: string, index: number, place: number): County {
  const code = prefecture.slice(0, 4) + model.code.slice(4)
  const about = (count: number, purpose: string) => Math.round(count * (0.8 + 0.4 * chance(code, purpose)))
  const name = `${countyName(index * models.length + place)}${model.region_class === 'urban' ? '区' : '县'}`
  const [firms, social] = [about(model.firms, 'firms'), about(model.social, 'social')]
  return { ...model, code, name, villages: about(model.villages, 'villages'), firms, social, successor: null }
}

/** How large a sample can be, and what it is about: the city alone, or the province that it lies in. */
export const areas = {
  city: { province: null, prefectures: [sampleCity] },
  province: { province: { code: '990000', name: '澜川省' }, prefectures: [sampleCity, ...buildNeighbours()] },
} satisfies Record<string, Area>
export type Scale = keyof typeof areas

/*
 * Invented place names: a walk over all pairs of two lists with a stride that shares no factor with their number, so no name
 * comes twice before every pair was used, and neighbours do not sound alike.
 */
const townFirst = [...'清云松柏鹤石砚青榆槐棠芦荻菱藕茶枫桐杏梨荷苇稷黍麦兰芷竹溪岚霁晴朗静澄涵润泽沁瀛']
const townSecond = [...'坪岗渡埠陂塬坞圩堰坝墩岙峪浦汀洲崖屏冈垭塘泉埂畈']
const villageFirst = [...'上下东西南北前后大小新老高平长方圆曲石土沙水柳杨桑枣槐杏桃李梅竹松柏榆桐马牛羊鹿雁燕鹤鹭']
const villageSecond = [...'沟岭洼坡湾寨庄营坪桥河堰塬岗峪店铺塘井圪垛园窑渠滩嘴台坎口头']

const countyFirst = [...'云柏鹤砚榆槐棠荻菱藕茶枫桐杏荷苇稷黍麦芷霁静澄涵润泽沁梨']
const countySecond = [...'陂圩埠塬坞堰坝墩岙汀崖垭埂畈']

const countyStride = 135
const townStride = 389
const villageStride = 1009

/** The name of the n-th county of the sample city's neighbours, without 县 or 区. */
export function countyName(index: number): string {
  return pair(countyFirst, countySecond, index * countyStride)
}

/** The name of the n-th township, without 镇, 乡 or 街道. */
export function townName(index: number): string {
  return pair(townFirst, townSecond, 17 + index * townStride)
}

/** The name of the n-th village of a county, without 村 or 社区; `start` differs by county. */
export function villageName(start: number, index: number): string {
  return pair(villageFirst, villageSecond, start + index * villageStride)
}

function pair(first: readonly string[], second: readonly string[], step: number): string {
  const place = step % (first.length * second.length)
  return `${first[place % first.length]}${second[Math.floor(place / first.length)]}`
}

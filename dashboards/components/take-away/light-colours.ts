/** The site's colours by their names, as they are in the light, whatever the page is shown in now. */
export function lightColours(): ReadonlyMap<string, string> {
  const colours = new Map<string, string>()
  // Those of the dark stand within a condition.
  for (const { cssRules } of document.styleSheets)
    for (const rule of cssRules)
      if (rule instanceof CSSStyleRule && rule.selectorText === ':root')
        for (const name of rule.style)
          if (name.startsWith('--')) colours.set(name, rule.style.getPropertyValue(name).trim())
  return colours
}

// All visible text that stands out from its ground by less than WCAG's AA asks for.
() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  function rgba(words) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = words;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  }

  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);

  // Every colour that may be behind it: of a gradient, each end.
  function grounds(element) {
    if (!element) return [[255, 255, 255, 1]];
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const ends = backgroundImage.match(/(rgba?|color)\([^)]*\)/g) ?? [];
    const own = (ends.length ? ends : [backgroundColor]).map(rgba).filter((colour) => colour[3]);
    if (own.length && own.every((colour) => colour[3] === 1)) return own;
    const below = grounds(element.parentElement);
    return own.length ? own.flatMap((colour) => below.map((under) => over(colour, under))) : below;
  }

  function light([r, g, b]) {
    const [x, y, z] = [r, g, b].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function contrast(a, b) {
    const [more, less] = [light(a), light(b)].sort((one, other) => other - one);
    return (more + 0.05) / (less + 0.05);
  }

  function worst(element, colour) {
    return Math.min(...grounds(element).map((ground) => contrast(over(rgba(colour), ground), ground)));
  }

  const said = (text, element, colour) => ({ text: text.trim().slice(0, 40), least: worst(element, colour).toFixed(2) });
  const found = [...document.querySelectorAll("textarea")].map((field) => said(field.placeholder, field, getComputedStyle(field, "::placeholder").color));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!/[\p{L}\d]/u.test(walk.currentNode.data) || !element.checkVisibility({ opacityProperty: true })) continue;
    if (element.closest("[aria-hidden], noscript, option")) continue;
    found.push(said(walk.currentNode.data, element, getComputedStyle(element).color));
  }
  for (const list of document.querySelectorAll("select")) found.push(said(list.value, list, getComputedStyle(list).color));
  const [ground] = grounds(document.body);
  return { dark: light(ground) < 0.1, seen: found.length, faint: found.filter(({ least }) => least < 4.5) };
}

// Puts the reader's language in place of Streamlit's own English, and nowhere else. Called with the settings of
// ui/chrome.py: {language, cookie, whole: {English: translated}, withPlaces: {"Remove {name}": "Quitar {name}"}}.
(function dress(settings) {
  const LONGEST = 200;
  // Its connection errors stand where the page's own text stands; nobody's data is this exact long sentence.
  const SURELY_OURS_TO_TRANSLATE = 45;
  const ATTRIBUTES = ["placeholder", "aria-label", "title", "alt"];
  // What the page or a spreadsheet wrote is never ours to change.
  const CONTENT = [
    "[data-testid=stMarkdownContainer]", "[data-testid=stHtml]", "[data-testid=stText]", "[data-testid=stMetricValue]",
    ".js-plotly-plot", "input", "textarea",
    "pre", "code", "script", "style", "table[role=grid]", "[data-testid=stTable]",
  ].join(",");
  // The uploader's own button is written as Markdown; the names of the files in it are the person's.
  const UPLOADER = "[data-testid=stFileUploaderDropzone]";
  const FILE_NAMES = "[data-testid=stFileChipName]";

  document.documentElement.lang = settings.language;
  document.cookie = `${settings.cookie}=${settings.language}; path=/; max-age=31536000; SameSite=Lax`;
  if (window.momentosFrame) window.momentosFrame.disconnect();

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const patterns = Object.entries(settings.withPlaces).map(([english, translated]) => {
    const names = [...english.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const source = english.split(/\{\w+\}/).map(escaped).join("(.*?)");
    return { names, translated, expression: new RegExp(`^${source}$`) };
  });

  const filled = ({ names, translated }, found) =>
    names.reduce((text, name, place) => text.replace(`{${name}}`, () => found[place + 1]), translated);

  // "day, Range start date" is two sentences in one: what is translated is looked at again until nothing is left.
  const translation = (written) => {
    let said = null;
    for (let next = once(written); next !== null && next !== (said ?? written); next = once(said)) said = next;
    return said;
  };

  const once = (written) => {
    const text = written.trim();
    if (!text || text.length > LONGEST) return null;
    if (Object.hasOwn(settings.whole, text)) return written.replace(text, () => settings.whole[text]);
    for (const pattern of patterns) {
      const found = text.match(pattern.expression);
      if (found) return written.replace(text, () => filled(pattern, found));
    }
    return null;
  };

  const isContent = (element) => {
    if (!element.closest) return true;
    if (element.closest(UPLOADER) && !element.closest(FILE_NAMES)) return false;
    return Boolean(element.closest(CONTENT));
  };

  const translateText = (node) => {
    if (!node.parentElement) return;
    const isPlainlyStreamlits = node.nodeValue.length > SURELY_OURS_TO_TRANSLATE;
    if (isContent(node.parentElement) && !(isPlainlyStreamlits && Object.hasOwn(settings.whole, node.nodeValue.trim()))) return;
    const translated = translation(node.nodeValue);
    if (translated !== null && translated !== node.nodeValue) node.nodeValue = translated;
  };

  const translateAttributes = (element) => {
    if (element.closest(".js-plotly-plot, [data-testid=stHtml]")) return;
    for (const name of ATTRIBUTES) {
      const written = element.getAttribute(name);
      const translated = written && translation(written);
      if (translated && translated !== written) element.setAttribute(name, translated);
    }
  };

  const translateTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return undefined;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
    return undefined;
  };

  if (!Object.keys(settings.whole).length) return;
  translateTree(document.body);
  window.momentosFrame = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translateTree);
      else if (change.type === "characterData") translateText(change.target);
      else translateAttributes(change.target);
    }
  });
  window.momentosFrame.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
})

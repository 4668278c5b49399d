// @ts-check
/** Making and changing page elements; text goes in through textContent alone, so that nothing written elsewhere can act. */

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {{className?: string, text?: string, attributes?: Record<string, string>}} [options]
 * @param {Node[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, options = {}, children = []) {
  const made = document.createElement(tag);
  if (options.className) made.className = options.className;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} id @returns {HTMLElement} an element that the page has */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`expected an element with id ${id} in the page, got none`);
  return found;
}

/** Set the text only where it changed, so that screen readers and selections are left in peace. @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {HTMLElement} node @param {string} name @param {string} value */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * Put children in this order, moving only those out of place, and keep the focus where it was.
 * @param {HTMLElement} parent @param {HTMLElement[]} children
 */
export function setOrder(parent, children) {
  const focused = document.activeElement;
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null);
  });
  while (parent.children.length > children.length) parent.lastElementChild?.remove();
  if (focused instanceof HTMLElement && focused !== document.activeElement && parent.contains(focused)) focused.focus();
}

/**
 * Fill a parent from items, but only where the items changed, so that a marked text stays marked.
 * @template T
 * @param {Element} parent @param {T[]} items plain data @param {(item: T) => Node[]} make
 */
export function setItems(parent, items, make) {
  const made_of = JSON.stringify(items);
  if (filled.get(parent) === made_of) return;
  filled.set(parent, made_of);
  parent.replaceChildren(...items.flatMap(make));
}

/** @type {WeakMap<Element, string>} */
const filled = new WeakMap();

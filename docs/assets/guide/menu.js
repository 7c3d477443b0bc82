// The menu at narrow widths, and one habit of the theme put right.
// Without this script the menu is an ordinary list at the end of the page, and a link at the top leads to it.

const SINGLE_KEYS = new Set([",", ".", "/", "f", "n", "p", "s"]);

/**
 * Makes `button` open and close `menu`. Escape closes it and gives the focus back to the button.
 * @param {HTMLElement} button @param {HTMLElement} menu
 */
export function mountMenu(button, menu) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("guide-nav--open", open);
  };
  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
}

/**
 * Keeps the theme from acting on one bare key: people who speak to their computer would set it off by accident (WCAG 2.1.4).
 * @param {Window} target
 */
export function silenceSingleKeys(target) {
  target.addEventListener("keydown", (event) => {
    const inText = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (!inText && !modified && SINGLE_KEYS.has(event.key.toLowerCase())) event.stopImmediatePropagation();
  }, { capture: true });
}

const menuButton = document.querySelector("[data-guide-menu-button]");
const guideMenu = document.getElementById("guide-menu");
if (menuButton instanceof HTMLElement && guideMenu) mountMenu(menuButton, guideMenu);
silenceSingleKeys(window);

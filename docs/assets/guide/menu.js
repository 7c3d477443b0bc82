// The menu at narrow widths.
// Without this script the menu is an ordinary list at the end of the page, and a link at the top leads to it.

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

const menuButton = document.querySelector("[data-guide-menu-button]");
const guideMenu = document.getElementById("guide-menu");
if (menuButton instanceof HTMLElement && guideMenu) mountMenu(menuButton, guideMenu);

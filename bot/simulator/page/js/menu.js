// What drops down from a button: open as long as the button says so.

export function dropped(button, shown) {
  const show = (open) => {
    button.setAttribute("aria-expanded", open);
    shown.classList.toggle("open", open);
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => show(!isOpen()));
  document.addEventListener("click", ({ target }) => !button.contains(target) && !shown.contains(target) && show(false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    if (shown.contains(document.activeElement)) button.focus();
    show(false);
  });
  show(false);
  return show;
}

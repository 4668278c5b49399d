// @ts-check
/** The choice of the page's language, on the sign-in page and in the header of the board. */
import { LANGUAGES, chooseLanguage, chosenLanguage, say } from "./words.js";
import { element } from "./elements.js";

/** @typedef {import("./wire").Language} Language */

/** Fill every choice in the page. @param {(language: Language) => void} onChosen after its labels are in the page */
export function offerLanguages(onChosen) {
  const choices = [...document.querySelectorAll("select.language")].map((node) => /** @type {HTMLSelectElement} */ (node));
  for (const choice of choices) {
    choice.replaceChildren(...LANGUAGES.map((one) => element("option", { text: say(`language-${one}`), attributes: { value: one, lang: one } })));
    choice.value = chosenLanguage();
    choice.onchange = async () => {
      const language = /** @type {Language} */ (choice.value);
      for (const other of choices) other.value = language;
      await chooseLanguage(language);
      onChosen(language);
    };
  }
}

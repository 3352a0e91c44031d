// With the keyboard alone: Enter sends a sentence, and the cursor stands where one goes on: in the box that takes one, in
// the form that was filled from it. Not where a finger points: a phone would bring its keyboard up over the page.

const sentence = document.querySelector("form.sentence textarea");

// Shift and Enter is a new line; the Enter that ends what an input method composes is no answer.
sentence?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  sentence.form.requestSubmit(sentence.form.querySelector("button.main"));
});

if (!location.hash && matchMedia("(pointer: fine)").matches) {
  const filled = document.querySelector(".read") && document.querySelector("form[data-kind] [name]:not([type=hidden])");
  (filled || sentence)?.focus({ preventScroll: true });
}

// Files of the person's own: read here, sent to this machine's server, kept in its memory.
import * as api from "./api.js";
import { byId, plain } from "./text.js";

/** The text of a file; what is not UTF-8 is refused rather than garbled. */
async function text(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error("'" + file.name + "' is not UTF-8");
  }
}

/** Opens the dialog on a click; `loaded` hears of the case. */
export function prepare(loaded) {
  const dialog = byId("loader");
  const fault = byId("loader-fault");
  byId("load").addEventListener("click", () => {
    fault.hidden = true;
    dialog.showModal();
  });
  byId("loader-close").addEventListener("click", () => dialog.close());
  byId("files").addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    byId("loader-load").disabled = true;
    try {
      const details = await api.load(await upload());
      dialog.close();
      loaded(details);
    } catch (e) {
      fault.textContent = plain(e.message);
      fault.hidden = false;
    } finally {
      byId("loader-load").disabled = false;
    }
  });
}

async function upload() {
  const model = byId("model-file").files[0];
  const data = [];
  for (const file of byId("data-files").files) {
    data.push({ name: file.name, shape: byId("shape").value, text: await text(file) });
  }
  return {
    title: byId("title").value,
    model: { name: model.name, text: await text(model) },
    data,
    skipUnknown: byId("skip-unknown").checked,
  };
}

/** The script of a page with a form. */

import { readAsked } from "./engine/asked.js";
import { mountAll } from "./mounting.js";
import { mountForm } from "./views/form.js";

mountAll({ kind: "questionnaire", read: readAsked, mount: mountForm });

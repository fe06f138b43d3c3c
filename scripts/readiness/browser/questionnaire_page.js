/** The script of a page with a form. */

import { mountAll } from "./mounting.js";
import { mountForm } from "./views/form.js";

mountAll("questionnaire", mountForm);

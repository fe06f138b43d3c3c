/** The script of a page with a result. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { mountAll } from "./mounting.js";
import { mountResult } from "./views/result.js";

mountAll({ kind: "result", read: readQuestionnaire, mount: mountResult });

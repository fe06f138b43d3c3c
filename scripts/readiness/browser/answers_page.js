/** The script of the page on which answers are carried away and brought back. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { mountAll } from "./mounting.js";
import { mountAnswers } from "./views/answers/answers.js";

mountAll({ kind: "answers", read: readQuestionnaire, mount: mountAnswers });

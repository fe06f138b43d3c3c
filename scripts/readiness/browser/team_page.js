/** The script of the page on which the answers of a group come together. */

import { readQuestionnaire } from "./engine/questionnaire.js";
import { mountInPlaces, payloadOf } from "./places.js";
import { mountTeam } from "./views/team/team.js";

mountInPlaces("team", (root, siteRoot) => {
  mountTeam(root, readQuestionnaire(payloadOf(root)), siteRoot);
});

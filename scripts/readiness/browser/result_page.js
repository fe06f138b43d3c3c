/** The script of a page with a result. */

import { mountAll } from "./mounting.js";
import { mountResult } from "./views/result.js";

mountAll("result", mountResult);

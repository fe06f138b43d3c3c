/** The script of the page with which a facilitator invites people. */

import { mountInPlaces } from "./places.js";
import { mountInvitation } from "./views/invitation.js";

mountInPlaces("invitation", mountInvitation);

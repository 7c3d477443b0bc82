// What finds, for the search of a page, which loads it with the index when a reader turns to it.

import { answersTo, prepared } from "./find.js";

globalThis.guideSearch = { answersTo, prepared };

// The embed: one global, one element.

import { api } from './api.js';
import { define } from './element.js';

define();
api();

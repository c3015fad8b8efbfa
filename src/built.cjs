// Owns running a command from the built program: what a server starts is of the same build as the server.
const { loadBuilt } = require('./load-built.cjs');

loadBuilt();

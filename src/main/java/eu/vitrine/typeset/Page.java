package eu.vitrine.typeset;

/** One laid-out page; a cover has its own running texts. */
record Page(Column column, boolean cover) {}

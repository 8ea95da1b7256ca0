package eu.vitrine.forms;

import java.time.Instant;

/**
 * What a person has typed into one page of a form about a record.
 *
 * @param page id of the page
 * @param restsOn the revision that the page showed when the person began
 * @param version grows with every save of the draft
 * @param savedAt by the server's clock
 */
record Draft(String page, int restsOn, Input input, long version, Instant savedAt) {}

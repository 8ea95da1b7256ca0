package eu.vitrine.policy;

/**
 * How much is disclosed of the facts that somebody looked for. Facts that nobody looked for stand apart; facts that do not
 * apply are left out.
 *
 * @param lookedFor facts somebody looked for: the sum of the next three
 * @param disclosed facts with a value, or said not to exist
 * @param withheld facts that the provider declines to tell
 * @param notFound facts searched for in vain
 * @param notLookedFor facts about which nothing is recorded
 */
public record Disclosure(int lookedFor, int disclosed, int withheld, int notFound, int notLookedFor) {}

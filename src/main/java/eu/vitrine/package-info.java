/**
 * Vitrine: which AI models an organisation in the EU may use, for what and why, and the proof of it.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine;

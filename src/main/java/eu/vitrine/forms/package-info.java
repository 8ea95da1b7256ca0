/**
 * Forms for records, derived from the vocabulary: drafts, checking answers, merging, choosing among sources. A fact added to the
 * vocabulary is asked for here without a line of Java; what is typed is read by the very rules that read files.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.forms;

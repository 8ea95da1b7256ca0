/**
 * Issues dossiers from stored assessments and keeps the files. Promises that an issued file is never made anew: whoever
 * downloads it again gets the same bytes.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.issuance;

/**
 * What colleagues ask: may we use this? From the question to the answer, with who looks at it and until when.
 * Promises that whoever asks sees how far it is, and that an answer given stays.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.requests;

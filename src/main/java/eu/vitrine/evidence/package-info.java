/**
 * What is held to show where a fact comes from: files and captured pages, kept as the bytes they were under their SHA-256, with their versions.
 * Promises that what has a row has its bytes on the disk, that no byte is handed out unchecked, and that nothing is contacted but allowed hosts.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.evidence;
